package dev.wayfare.channel.web;

import java.util.Locale;
import java.util.regex.Pattern;

/// A colour of the screen, and what reads well on it (WCAG 2 contrast).
record Colour(int red, int green, int blue) {

  static final Colour WHITE = new Colour(255, 255, 255);
  static final Colour BLACK = new Colour(0, 0, 0);

  private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");

  /// Reads `#rrggbb`; anything else is the other one.
  static Colour of(String hex, Colour otherwise) {
    return HEX.matcher(hex).matches() ? of(Integer.parseInt(hex.substring(1), 16)) : otherwise;
  }

  static Colour of(int rgb) {
    return new Colour(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
  }

  /// `share` of the other in this one, 0 to 1.
  Colour mix(Colour other, double share) {
    return new Colour(
        blend(red, other.red, share),
        blend(green, other.green, share),
        blend(blue, other.blue, share));
  }

  double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  double contrast(Colour other) {
    var mine = luminance() + 0.05;
    var others = other.luminance() + 0.05;
    return Math.max(mine, others) / Math.min(mine, others);
  }

  /// Black or white, whichever reads better on this.
  Colour readable() {
    return contrast(WHITE) >= contrast(BLACK) ? WHITE : BLACK;
  }

  /// This colour made lighter or darker, hue and strength kept, only as far as `least` contrast on
  /// `ground` asks.
  Colour readableOn(Colour ground, double least) {
    if (contrast(ground) >= least) {
      return this;
    }
    return towards(ground.readable(), ground, least);
  }

  /// This colour as a ground that can bear writing: so much lighter or darker that what reads best
  /// on it has `least` contrast. A colour between light and dark bears nothing well.
  Colour bearing(double least) {
    var writing = readable();
    return contrast(writing) >= least
        ? this
        : towards(writing.equals(WHITE) ? BLACK : WHITE, writing, least);
  }

  private Colour towards(Colour pole, Colour other, double least) {
    var from = lightness();
    var to = pole.lightness();
    for (var step = 1; step < 40; step++) {
      var tried = withLightness(from + (to - from) * step / 40);
      if (tried.contrast(other) >= least) {
        return tried;
      }
    }
    return pole;
  }

  private double lightness() {
    return (greatest() + smallest()) / 510.0;
  }

  /// The same hue and saturation (HSL) at another lightness.
  private Colour withLightness(double lightness) {
    var spread = greatest() - smallest();
    var room = 1 - Math.abs(2 * lightness() - 1);
    var saturation = room <= 0 ? 0 : spread / 255.0 / room;
    var chroma = saturation * (1 - Math.abs(2 * lightness - 1));
    var low = lightness - chroma / 2;
    return new Colour(
        scaled(red, spread, low, chroma),
        scaled(green, spread, low, chroma),
        scaled(blue, spread, low, chroma));
  }

  private int scaled(int channel, int spread, double low, double chroma) {
    var share = spread == 0 ? 0 : (channel - smallest()) / (double) spread;
    return Math.clamp(Math.round(255 * (low + chroma * share)), 0, 255);
  }

  private int greatest() {
    return Math.max(red, Math.max(green, blue));
  }

  private int smallest() {
    return Math.min(red, Math.min(green, blue));
  }

  boolean isDark() {
    return luminance() < 0.18;
  }

  String hex() {
    return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
  }

  private static int blend(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }

  private static double linear(int channel) {
    var c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
