package dev.wayfare.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// A port on every address of this machine that counts who connects: by the kernel's own queue of
/// connections, not by what anybody writes down.
final class Tripwire implements AutoCloseable {
  private final ServerSocket listening;

  Tripwire() {
    try {
      listening = new ServerSocket();
      listening.bind(new InetSocketAddress("::", 0), 500);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return listening.getLocalPort();
  }

  /// Connects once itself and counts who stands before it in the queue; so nothing is waited for.
  int connections() {
    try (var last = new Socket(InetAddress.getLoopbackAddress(), port())) {
      for (var count = 0; ; count++) {
        try (var next = listening.accept()) {
          if (next.getPort() == last.getLocalPort()) {
            return count;
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
