package dev.wayfare.connector;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How a host may be written: a plain name, four plain numbers, or an IPv6 address in brackets.
///
/// Every other spelling of an address (`0x7f000001`, `127.1`, `0251.0376.0251.0376`) is read
/// differently by different programs, so it is not read at all.
final class HostSpelling {
  private static final Pattern LABEL =
      Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", Pattern.CASE_INSENSITIVE);
  private static final Pattern BYTE =
      Pattern.compile("0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5]");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");

  private HostSpelling() {}

  static boolean good(String host) {
    if (host.startsWith("[")) {
      return host.endsWith("]")
          && host.indexOf(':') > 0
          && literal(host.substring(1, host.length() - 1)).isPresent();
    }
    if (host.isEmpty() || host.length() > 253) {
      return false;
    }
    var labels = host.split("\\.", -1);
    for (var label : labels) {
      if (!LABEL.matcher(label).matches()) {
        return false;
      }
    }
    return Character.isLetter(labels[labels.length - 1].charAt(0)) || literal(host).isPresent();
  }

  /// The address that is written here, if it is one in its plain form; no name server is asked.
  static Optional<InetAddress> literal(String written) {
    var text =
        written.startsWith("[") && written.endsWith("]")
            ? written.substring(1, written.length() - 1)
            : written;
    if (!dotted(text) && !(text.contains(":") && IPV6.matcher(text).matches())) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text.toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static boolean dotted(String text) {
    var parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return false;
    }
    for (var part : parts) {
      if (!BYTE.matcher(part).matches()) {
        return false;
      }
    }
    return true;
  }
}
