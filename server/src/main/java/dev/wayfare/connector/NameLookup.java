package dev.wayfare.connector;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Finds the addresses of a name. The machine's own in a server; tests bring theirs.
interface NameLookup {
  NameLookup OF_THE_MACHINE = host -> List.of(InetAddress.getAllByName(host));

  List<InetAddress> find(String host) throws UnknownHostException;
}
