package dev.wayfare.bench;

import java.time.Duration;

/// A stretch of time that is measured, after one that only warms up.
record Span(long from, long until) {
  static Span after(Duration warmUp, Duration measured) {
    var from = System.nanoTime() + warmUp.toNanos();
    return new Span(from, from + measured.toNanos());
  }

  boolean isOver() {
    return System.nanoTime() - until >= 0;
  }

  boolean holds(long begun, long ended) {
    return begun - from >= 0 && ended - until <= 0;
  }

  double seconds() {
    return (until - from) / 1e9;
  }

  void awaitStart() throws InterruptedException {
    Thread.sleep(Duration.ofNanos(Math.max(0, from - System.nanoTime())));
  }

  void awaitEnd() throws InterruptedException {
    Thread.sleep(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
  }
}
