package dev.wayfare.flow;

import java.util.Optional;

/// How customers' pages look: colours as `#rrggbb`, `radius` in pixels, the logo as a `data:` image
/// (SVG or PNG, 64 kB at most) so that a version carries everything it shows.
public record Theme(
    String brand,
    String action,
    String paper,
    String ink,
    Font font,
    int radius,
    Optional<String> logo,
    String language) {

  public static final Theme PLAIN =
      new Theme("", "#2f5bea", "#ffffff", "#14213d", Font.SANS, 8, Optional.empty(), "en");

  public enum Font {
    SANS,
    SERIF,
    ROUNDED,
    MONO
  }
}
