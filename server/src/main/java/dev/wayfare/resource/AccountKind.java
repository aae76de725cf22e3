package dev.wayfare.resource;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Which outside system a connected account belongs to.
public enum AccountKind {
  /// Twilio, or a carrier that speaks its protocol under another base URL.
  TWILIO("twilio"),
  /// The carrier simulator of this server.
  SIMULATOR("simulator");

  private final String word;

  AccountKind(String word) {
    this.word = word;
  }

  @JsonValue
  public String word() {
    return word;
  }

  @JsonCreator
  static AccountKind of(String word) {
    return switch (word) {
      case "twilio" -> TWILIO;
      case "simulator" -> SIMULATOR;
      default -> throw new IllegalArgumentException("expected one of twilio, simulator");
    };
  }
}
