package dev.wayfare.channel.simulator;

import java.time.Duration;

/// Does something after a while. Tests let the while pass themselves.
@FunctionalInterface
interface Later {

  void run(Duration after, Runnable task);
}
