package dev.wayfare.flow;

/// What an app needs from outside, by name; a profile binds it to a resource.
public record Slot(String name, Kind kind) {
  public enum Kind {
    /// A phone number that can text.
    TEXT,
    /// A phone number that takes and makes calls.
    VOICE,
    /// An HTTP service.
    CONNECTION,
    /// An address emails come from.
    EMAIL,
    /// A starting URL: the server's own or a route.
    WEB,
    /// Where journey links live.
    LINKS
  }
}
