package dev.wayfare.flow;

/// What an app needs from outside, by name; a profile binds it to a resource.
public record Slot(String name, Kind kind) {
  public enum Kind {
    /// A phone number that can text.
    TEXT,
    /// A starting URL: the server's own or a route.
    WEB,
    /// Where journey links live.
    LINKS
  }
}
