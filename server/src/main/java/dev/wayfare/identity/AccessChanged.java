package dev.wayfare.identity;

/// Tells the other server processes that somebody's access has changed. Whoever has a bell between
/// processes offers a bean of this type, and calls `KnownCallers.forget` when it rings.
@FunctionalInterface
public interface AccessChanged {

  void ring();
}
