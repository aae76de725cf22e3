package dev.wayfare.connector;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;

/// A socket that looks at the address in its hand before it connects. No proxy, whatever the
/// machine is set to: behind one, nobody could tell what is reached.
final class GuardedSocket extends Socket {
  private final OutboundPolicy policy;

  GuardedSocket(OutboundPolicy policy) {
    super(Proxy.NO_PROXY);
    this.policy = policy;
  }

  @Override
  public void connect(SocketAddress endpoint) throws IOException {
    connect(endpoint, 0);
  }

  @Override
  public void connect(SocketAddress endpoint, int timeout) throws IOException {
    if (!(endpoint instanceof InetSocketAddress place)
        || place.isUnresolved()
        || !policy.permits(place.getAddress(), place.getPort())) {
      throw new ForbiddenAddress();
    }
    super.connect(endpoint, timeout);
  }
}
