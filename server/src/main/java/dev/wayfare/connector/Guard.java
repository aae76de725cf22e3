package dev.wayfare.connector;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/// Where every socket outwards is made. A name is looked up once; the socket itself checks the
/// address that it is about to connect to, so nothing can change in between.
final class Guard {
  private final OutboundPolicy policy;
  private final NameLookup names;

  Guard(OutboundPolicy policy, NameLookup names) {
    this.policy = policy;
    this.names = names;
  }

  /// The addresses of a host that may be called, or all of them where none may: the socket then
  /// says no. Each keeps the name it was asked by, so that nothing asks for it backwards.
  List<InetSocketAddress> addresses(String host, int port) throws UnknownHostException {
    var plain = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    if (!HostSpelling.good(plain.contains(":") ? "[" + plain + "]" : plain)) {
      throw new UnknownHostException(host);
    }
    var found = new ArrayList<InetSocketAddress>();
    for (var address : lookUp(plain)) {
      var named = InetAddress.getByAddress(plain, address.getAddress());
      found.add(new InetSocketAddress(named, port));
    }
    var permitted = found.stream().filter(it -> policy.permits(it.getAddress(), port)).toList();
    return permitted.isEmpty() ? found : permitted;
  }

  private List<InetAddress> lookUp(String host) throws UnknownHostException {
    var literal = HostSpelling.literal(host);
    return literal.isPresent() ? List.of(literal.get()) : names.find(host);
  }

  /// A socket that connects to nothing that the policy does not permit.
  Socket socket() {
    return new GuardedSocket(policy);
  }

  /// A connection to the first address of a host that takes one.
  Socket connect(String host, int port, int millis) throws IOException {
    IOException last = new UnknownHostException(host);
    for (var address : addresses(host, port)) {
      var socket = socket();
      try {
        socket.connect(address, millis);
        return socket;
      } catch (IOException e) {
        socket.close();
        last = e;
      }
    }
    throw last;
  }
}
