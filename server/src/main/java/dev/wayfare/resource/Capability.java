package dev.wayfare.resource;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// What a phone number can do.
public enum Capability {
  TEXT("text"),
  VOICE("voice");

  private final String word;

  Capability(String word) {
    this.word = word;
  }

  @JsonValue
  public String word() {
    return word;
  }

  @JsonCreator
  static Capability of(String word) {
    return switch (word) {
      case "text" -> TEXT;
      case "voice" -> VOICE;
      default -> throw new IllegalArgumentException("expected one of text, voice");
    };
  }
}
