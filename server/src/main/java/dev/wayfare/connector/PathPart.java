package dev.wayfare.connector;

/// A piece of a path: what the builder wrote, or what a journey puts in its place.
public sealed interface PathPart {

  /// Written by the builder; its slashes part segments.
  record Fixed(String text) implements PathPart {}

  /// Out of a journey; stays inside its segment whatever it holds.
  record Value(String text) implements PathPart {}
}
