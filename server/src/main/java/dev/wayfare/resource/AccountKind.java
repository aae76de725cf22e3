package dev.wayfare.resource;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Which outside system a connected account belongs to.
public enum AccountKind {
  /// Twilio, or a carrier that speaks its protocol under another base URL.
  TWILIO("twilio"),
  /// The carrier simulator of this server.
  SIMULATOR("simulator"),
  /// An HTTP service that `http` steps call.
  HTTP("http"),
  /// A mail server that `email` steps write through.
  SMTP("smtp");

  private final String word;

  AccountKind(String word) {
    this.word = word;
  }

  @JsonValue
  public String word() {
    return word;
  }

  /// As a message names an account of this kind.
  public String noun() {
    return switch (this) {
      case TWILIO, SIMULATOR -> "a carrier";
      case HTTP -> "an HTTP service";
      case SMTP -> "a mail server";
    };
  }

  /// Whether phone numbers belong to such an account.
  boolean carries() {
    return switch (this) {
      case TWILIO, SIMULATOR -> true;
      case HTTP, SMTP -> false;
    };
  }

  @JsonCreator
  static AccountKind of(String word) {
    return switch (word) {
      case "twilio" -> TWILIO;
      case "simulator" -> SIMULATOR;
      case "http" -> HTTP;
      case "smtp" -> SMTP;
      default ->
          throw new IllegalArgumentException("expected one of twilio, simulator, http, smtp");
    };
  }
}
