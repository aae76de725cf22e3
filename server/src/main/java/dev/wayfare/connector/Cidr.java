package dev.wayfare.connector;

import java.net.InetAddress;
import java.util.Arrays;

/// A block of addresses, as in `10.0.0.0/8`; a lone address is a block of one.
record Cidr(InetAddress start, int bits) {

  Cidr {
    if (bits < 0 || bits > start.getAddress().length * 8) {
      throw new IllegalArgumentException(
          "Expected a length between 0 and %d after the slash and found %d."
              .formatted(start.getAddress().length * 8, bits));
    }
  }

  static Cidr of(String text) {
    var slash = text.indexOf('/');
    var start = literal(slash < 0 ? text : text.substring(0, slash));
    if (slash < 0) {
      return new Cidr(start, start.getAddress().length * 8);
    }
    var bits = text.substring(slash + 1);
    if (!bits.matches("[0-9]{1,3}")) {
      throw unexpected(text);
    }
    return new Cidr(start, Integer.parseInt(bits));
  }

  /// Never asks a name server: only what is an address already is read.
  private static InetAddress literal(String text) {
    return HostSpelling.literal(text).orElseThrow(() -> unexpected(text));
  }

  private static IllegalArgumentException unexpected(String text) {
    return new IllegalArgumentException(
        "Expected addresses like 10.0.0.0/8 or 127.0.0.1 and found " + text + ".");
  }

  boolean lone() {
    return bits == start.getAddress().length * 8;
  }

  boolean holds(InetAddress address) {
    var ours = start.getAddress();
    var theirs = address.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    var whole = bits / 8;
    if (!Arrays.equals(ours, 0, whole, theirs, 0, whole)) {
      return false;
    }
    var rest = 8 - bits % 8;
    return rest == 8 || (ours[whole] & 0xff) >> rest == (theirs[whole] & 0xff) >> rest;
  }
}
