package dev.wayfare.connector;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/// Percent-encoding, and whether a path climbs.
final class PathText {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  private static final String IN_A_PATH = UNRESERVED + "/!$&'()*+,;=:@";

  private PathText() {}

  /// All but letters, digits and `-._~` is encoded: the text can end nothing that it stands in.
  static String encode(String value) {
    return encode(value, UNRESERVED);
  }

  /// A path that a builder wrote: its slashes and what it has encoded already stay.
  static String encodeFixed(String written) {
    var text = new StringBuilder();
    for (var at = 0; at < written.length(); ) {
      if (written.startsWith("%", at) && written.substring(at).matches("(?s)%[0-9A-Fa-f]{2}.*")) {
        text.append(written, at, at + 3);
        at += 3;
      } else {
        var next = written.offsetByCodePoints(at, 1);
        text.append(encode(written.substring(at, next), IN_A_PATH));
        at = next;
      }
    }
    return text.toString();
  }

  private static String encode(String value, String kept) {
    var text = new StringBuilder();
    for (var each : value.getBytes(UTF_8)) {
      if (each > 0 && kept.indexOf(each) >= 0) {
        text.append((char) each);
      } else {
        text.append('%').append(String.format(Locale.ROOT, "%02X", each & 0xff));
      }
    }
    return text.toString();
  }

  /// Whether a server that reads `%2e`, `%2f`, `%5c` or `\` generously would be led upwards.
  static boolean climbs(String path) {
    var plain = path.toLowerCase(Locale.ROOT);
    for (var before = ""; !before.equals(plain); ) {
      before = plain;
      plain =
          plain
              .replace("%25", "%")
              .replace("%2e", ".")
              .replace("%2f", "/")
              .replace("%5c", "/")
              .replace('\\', '/');
    }
    for (var segment : plain.split("/", -1)) {
      var name = segment.contains(";") ? segment.substring(0, segment.indexOf(';')) : segment;
      if (name.equals(".") || name.equals("..")) {
        return true;
      }
    }
    return false;
  }
}
