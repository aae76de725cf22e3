package dev.wayfare.preview;

/// Why an event cannot happen just now, in words for the builder.
final class Unplayable extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unplayable(String why) {
    super(why, null, false, false);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
