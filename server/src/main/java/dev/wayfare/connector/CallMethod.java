package dev.wayfare.connector;

/// What a call asks of the other side.
public enum CallMethod {
  GET,
  HEAD,
  POST,
  PUT,
  PATCH,
  DELETE;

  /// Whether asking twice changes nothing over there.
  boolean safe() {
    return this == GET || this == HEAD;
  }
}
