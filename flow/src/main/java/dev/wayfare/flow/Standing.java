package dev.wayfare.flow;

/// Whether a journey goes on.
public enum Standing {
  OPEN,
  ENDED,
  EXPIRED
}
