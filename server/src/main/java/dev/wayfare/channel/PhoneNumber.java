package dev.wayfare.channel;

import java.util.Optional;

/// A phone number in E.164: a plus and 7 to 15 digits.
public record PhoneNumber(String e164) {

  public PhoneNumber {
    if (!wellFormed(e164)) {
      throw new IllegalArgumentException(
          "A phone number is a plus and 7 to 15 digits, as in +15550100.");
    }
  }

  /// Reads a number as people write it: spaces, dots, dashes and brackets do not count.
  public static Optional<PhoneNumber> parse(String written) {
    var plain = wellFormed(written) ? written : bare(written);
    return wellFormed(plain) ? Optional.of(new PhoneNumber(plain)) : Optional.empty();
  }

  @Override
  public String toString() {
    return e164;
  }

  private static boolean wellFormed(String text) {
    var length = text.length();
    if (length < 8 || length > 16 || text.charAt(0) != '+' || text.charAt(1) == '0') {
      return false;
    }
    for (var i = 1; i < length; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static String bare(String written) {
    var kept = new StringBuilder(written.length());
    written.chars().filter(c -> " .-()\u00a0".indexOf(c) < 0).forEach(c -> kept.append((char) c));
    return kept.toString();
  }
}
