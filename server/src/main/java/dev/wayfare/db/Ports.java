package dev.wayfare.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/// Ports of this machine that a program is to listen on by number.
///
/// They lie below those that Linux (from 32768), macOS and Windows (from 49152) give to outgoing
/// connections: one of those can be taken by any call between our look and the start, and while the
/// program that kept it is down.
public final class Ports {
  private static final int FIRST = 20_000;
  private static final int AFTER_LAST = 30_000;
  private static final int TRIES = 1_000;

  private Ports() {}

  /// A port that nobody listens on at the loopback address.
  public static int free() {
    return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST))
        .limit(TRIES)
        .filter(Ports::isFree)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%d ports from %d to %d were tried at the loopback address, all are taken"
                        .formatted(TRIES, FIRST, AFTER_LAST - 1)));
  }

  static boolean isFree(int port) {
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
