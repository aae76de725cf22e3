package dev.wayfare.runtime;

import java.util.List;
import org.springframework.context.SmartLifecycle;

/// The runtime's threads: they start when everything is there, and stop before anything goes.
public final class Workers implements SmartLifecycle {
  private final List<Worker> workers;
  private volatile boolean running;

  Workers(List<Worker> workers) {
    this.workers = workers;
  }

  @Override
  public void start() {
    running = true;
    workers.forEach(Worker::start);
  }

  @Override
  public void stop() {
    running = false;
    workers.forEach(Worker::close);
  }

  /// Whether each of them is still at it.
  boolean allAlive() {
    return workers.stream().allMatch(Worker::isAlive);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
