package dev.wayfare.connector;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which addresses are not of the open internet: one's own machine, private nets, and what only
/// looks public.
final class ReservedAddresses {
  private static final List<Cidr> V4 =
      blocks(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // carrier NAT
          "127.0.0.0/8", // loopback
          "169.254.0.0/16", // link-local, metadata services
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, broadcast

  /// Of IPv6 only `2000::/3` is handed out at all; these parts of it lead elsewhere.
  private static final Cidr GLOBAL_V6 = Cidr.of("2000::/3");

  private static final List<Cidr> V6 =
      blocks(
          "2001::/23", // Teredo, benchmarks, ORCHID
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4
          "3fff::/20"); // documentation

  /// What clouds tell their machines, keys included. Opened only by an entry of its own.
  private static final List<Cidr> METADATA =
      blocks(
          "169.254.169.254",
          "169.254.170.2",
          "169.254.170.23",
          "100.100.100.200",
          "168.63.129.16",
          "192.0.0.192",
          "fd00:ec2::254",
          "fd00:ec2::23",
          "fd20:ce::254");

  private static final Cidr NAT64 = Cidr.of("64:ff9b::/96");
  private static final Cidr SIX_TO_FOUR = Cidr.of("2002::/16");
  private static final Cidr COMPATIBLE = Cidr.of("::/96");

  private ReservedAddresses() {}

  private static List<Cidr> blocks(String... texts) {
    return Stream.of(texts).map(Cidr::of).toList();
  }

  static boolean reserved(InetAddress address) {
    if (metadata(address)) {
      return true;
    }
    return address instanceof Inet4Address
        ? in(V4, address)
        : !GLOBAL_V6.holds(address) || in(V6, address);
  }

  static boolean metadata(InetAddress address) {
    return in(METADATA, address);
  }

  /// The IPv4 address that a translating IPv6 address stands for.
  static Optional<InetAddress> within(InetAddress address) {
    var bytes = address.getAddress();
    var itself = address.isLoopbackAddress() || address.isAnyLocalAddress();
    if (NAT64.holds(address) || (COMPATIBLE.holds(address) && !itself)) {
      return Optional.of(v4(bytes, 12));
    }
    return SIX_TO_FOUR.holds(address) ? Optional.of(v4(bytes, 2)) : Optional.empty();
  }

  private static InetAddress v4(byte[] bytes, int from) {
    try {
      return InetAddress.getByAddress(
          new byte[] {bytes[from], bytes[from + 1], bytes[from + 2], bytes[from + 3]});
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four bytes are an address.", e);
    }
  }

  private static boolean in(List<Cidr> blocks, InetAddress address) {
    return blocks.stream().anyMatch(block -> block.holds(address));
  }
}
