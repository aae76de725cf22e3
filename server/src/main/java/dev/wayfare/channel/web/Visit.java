package dev.wayfare.channel.web;

import dev.wayfare.flow.Theme;
import java.time.Instant;
import java.util.Optional;

/// What came of opening a starting link.
public sealed interface Visit {

  /// A journey began; here is its link's id.
  record Begun(String journeyLink) implements Visit {}

  /// The app behind this link is not published now.
  record Unpublished(Theme theme) implements Visit {}

  /// The app only says this for now; `until` a time, where one is known.
  record Paused(String message, Optional<Instant> until, Theme theme) implements Visit {}

  /// No such link.
  record Unknown() implements Visit {}
}
