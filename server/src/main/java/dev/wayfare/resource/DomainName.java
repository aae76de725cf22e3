package dev.wayfare.resource;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a domain as name servers and browsers exchange it: in ASCII
/// (`xn--mller-kva.example`), in lower case, without a dot at its end.
public record DomainName(String ascii) {
  private static final String RECORD = "_wayfare.";
  private static final String NEAR_BY = ".localhost";
  private static final int LONGEST = 253 - RECORD.length();
  private static final Pattern GOOD =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

  /// Reads a name in any alphabet; empty where it is none that the outside world could look up.
  public static Optional<DomainName> read(String written) {
    try {
      var ascii = IDN.toASCII(plain(written), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      return GOOD.matcher(ascii).matches() && ascii.length() <= LONGEST && !ascii.endsWith(NEAR_BY)
          ? Optional.of(new DomainName(ascii))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// As a request may name a host: in any case, with a dot at its end.
  static String plain(String written) {
    var name = written.strip().toLowerCase(Locale.ROOT);
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  /// As its owner writes it.
  public String shown() {
    return IDN.toUnicode(ascii);
  }

  /// The name of the record that proves whose it is.
  String record() {
    return RECORD + ascii;
  }
}
