package dev.wayfare.channel;

/// How many SMS segments a text takes, and in which alphabet it travels.
public record Segments(Alphabet alphabet, int units, int count) {

  /// The two alphabets of SMS, with the room of a lone segment and of one among several.
  public enum Alphabet {
    GSM_7("GSM-7", 160, 153),
    UCS_2("UCS-2", 70, 67);

    private final String label;
    private final int alone;
    private final int joined;

    Alphabet(String label, int alone, int joined) {
      this.label = label;
      this.alone = alone;
      this.joined = joined;
    }

    public String label() {
      return label;
    }
  }

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /// These take two places: an escape and the sign.
  private static final String EXTENDED = "\f^{}\\[~]|€";

  public static Segments of(String text) {
    var alphabet =
        text.chars().allMatch(c -> width(c, Alphabet.GSM_7) > 0) ? Alphabet.GSM_7 : Alphabet.UCS_2;
    var units = 0;
    var count = 1;
    var used = 0;
    for (var i = 0; i < text.length(); ) {
      var length = Character.charCount(text.codePointAt(i));
      var width = alphabet == Alphabet.UCS_2 ? length : width(text.charAt(i), alphabet);
      if (used + width > alphabet.joined) {
        count++;
        used = 0;
      }
      used += width;
      units += width;
      i += length;
    }
    return new Segments(alphabet, units, units <= alphabet.alone ? 1 : count);
  }

  private static int width(int sign, Alphabet alphabet) {
    if (alphabet == Alphabet.UCS_2 || BASIC.indexOf(sign) >= 0) {
      return 1;
    }
    return EXTENDED.indexOf(sign) >= 0 ? 2 : 0;
  }
}
