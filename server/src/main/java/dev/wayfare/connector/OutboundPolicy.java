package dev.wayfare.connector;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Which addresses calls outwards may reach: all of the open internet, and of the rest only what
/// the operator allows.
///
/// A metadata address (`169.254.169.254` and its like) is opened only by an entry that names it
/// alone, never by a block around it.
public record OutboundPolicy(List<Allowed> allowed) {

  public OutboundPolicy {
    allowed = List.copyOf(allowed);
  }

  /// A block of addresses, on one port or on all.
  record Allowed(Cidr block, OptionalInt port) {

    boolean holds(InetAddress address, int asked) {
      return block.holds(address) && (port.isEmpty() || port.getAsInt() == asked);
    }
  }

  /// Nothing but the open internet.
  public static OutboundPolicy openInternet() {
    return new OutboundPolicy(List.of());
  }

  /// Reads `10.0.0.0/8,127.0.0.1:8099,[fd00::]/8,[::1]:8099`.
  ///
  /// @throws IllegalArgumentException with a sentence for the operator
  public static OutboundPolicy of(String list) {
    var allowed = new ArrayList<Allowed>();
    for (var entry : list.split(",", -1)) {
      if (!entry.isBlank()) {
        allowed.add(entry(entry.strip()));
      }
    }
    return new OutboundPolicy(allowed);
  }

  /// What either of the two allows.
  public OutboundPolicy and(OutboundPolicy other) {
    return new OutboundPolicy(
        Stream.concat(allowed.stream(), other.allowed.stream()).distinct().toList());
  }

  private static Allowed entry(String text) {
    var colon = text.lastIndexOf(':');
    var lonePort = colon > 0 && (text.indexOf(':') == colon || text.charAt(colon - 1) == ']');
    var port = lonePort || text.matches("\\[.*/[0-9]+:[0-9]+") ? text.substring(colon + 1) : "";
    var block = port.isEmpty() ? text : text.substring(0, colon);
    var plain = block.replace("[", "").replace("]", "");
    return new Allowed(Cidr.of(plain), port.isEmpty() ? OptionalInt.empty() : port(port, text));
  }

  private static OptionalInt port(String digits, String entry) {
    if (!digits.matches("[0-9]{1,5}") || Integer.parseInt(digits) > 65_535) {
      throw new IllegalArgumentException("Expected a port at the end of " + entry + ".");
    }
    return OptionalInt.of(Integer.parseInt(digits));
  }

  boolean permits(InetAddress address, int port) {
    if (!ReservedAddresses.reserved(address)) {
      return true;
    }
    var metadata = ReservedAddresses.metadata(address);
    return allowed.stream()
            .filter(entry -> !metadata || entry.block().lone())
            .anyMatch(entry -> entry.holds(address, port))
        && ReservedAddresses.within(address).stream().allMatch(inner -> permits(inner, port));
  }
}
