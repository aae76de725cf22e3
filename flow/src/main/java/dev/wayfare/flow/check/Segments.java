package dev.wayfare.flow.check;

import java.util.Optional;

/// How many SMS a text takes. One that has only characters of GSM-7 has room for 160, or 153 in
/// each of several; any other character makes it UCS-2, with room for 70, or 67.
///
/// `forcing` is the first character that is not in GSM-7.
public record Segments(int count, int units, Optional<String> forcing) {
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /// These take two places: an escape and the character.
  private static final String EXTENDED = "\f^{}\\[~]|€";

  public static Segments of(String text) {
    var forcing =
        text.codePoints()
            .filter(c -> BASIC.indexOf(c) < 0 && EXTENDED.indexOf(c) < 0)
            .mapToObj(Character::toString)
            .findFirst();
    return forcing.isPresent() ? count(text, forcing, 70, 67) : count(text, forcing, 160, 153);
  }

  /// A character is never cut in two.
  private static Segments count(String text, Optional<String> forcing, int alone, int joined) {
    int units = 0;
    int count = 1;
    int used = 0;
    for (var c : text.codePoints().toArray()) {
      var width = forcing.isPresent() ? Character.charCount(c) : EXTENDED.indexOf(c) < 0 ? 1 : 2;
      if (used + width > joined) {
        count++;
        used = 0;
      }
      used += width;
      units += width;
    }
    return new Segments(units <= alone ? 1 : count, units, forcing);
  }
}
