package dev.wayfare.connector;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which servers are asked for names: those of the machine, or those that the operator names.
///
/// @param addresses as `9.9.9.9` or `127.0.0.1:5353`, `[::1]:5353`; none for the machine's own
public record NameServers(List<String> addresses) {
  public static final NameServers OF_THE_MACHINE = new NameServers(List.of());

  private static final Pattern WRITTEN =
      Pattern.compile("(?<host>[0-9.]+|\\[[0-9a-fA-F:.]+])(:(?<port>[0-9]{1,5}))?");
  private static final int USUAL_PORT = 53;
  private static final int LARGEST_PORT = 65_535;

  public NameServers {
    addresses = List.copyOf(addresses);
  }

  /// Reads them parted by commas.
  ///
  /// @throws IllegalArgumentException with a sentence for the operator
  public static NameServers of(String text) {
    var written = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    written.forEach(NameServers::check);
    return new NameServers(written);
  }

  private static void check(String address) {
    var parts = WRITTEN.matcher(address);
    var good =
        parts.matches()
            && HostSpelling.literal(parts.group("host")).isPresent()
            && (parts.group("port") == null
                || Integer.parseInt(parts.group("port")) <= LARGEST_PORT);
    if (!good) {
      throw new IllegalArgumentException(
          "Expected addresses like 9.9.9.9 or 127.0.0.1:5353, parted by commas; found "
              + (address.isEmpty() ? "nothing" : address)
              + ".");
    }
  }

  List<InetSocketAddress> sockets() {
    return addresses.stream().map(NameServers::socket).toList();
  }

  private static InetSocketAddress socket(String address) {
    var parts = WRITTEN.matcher(address);
    if (!parts.matches()) {
      throw new IllegalStateException("This was checked before: " + address);
    }
    var port = Optional.ofNullable(parts.group("port")).map(Integer::parseInt).orElse(USUAL_PORT);
    return new InetSocketAddress(HostSpelling.literal(parts.group("host")).orElseThrow(), port);
  }
}
