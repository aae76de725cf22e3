package dev.wayfare.channel;

import java.util.Locale;

/// What of a phone number is meant: its texts or its calls. Each is wired by itself, so that taking
/// one away leaves the other alone.
public enum Line {
  TEXT,
  CALL;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
