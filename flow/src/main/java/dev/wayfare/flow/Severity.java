package dev.wayfare.flow;

/// How much a problem weighs: an error blocks a publish, a warning needs a kept reason, a hint
/// blocks nothing.
public enum Severity {
  ERROR,
  WARNING,
  HINT
}
