package dev.wayfare.channel.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/// Time that passes only when a test says so.
final class SteppedLater implements Later, InstantSource {

  private record Task(Instant at, int order, Runnable work) {}

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing(Task::at).thenComparingInt(Task::order));
  private Instant now = Instant.parse("2026-03-01T10:00:00Z");
  private int count;

  @Override
  public void run(Duration after, Runnable work) {
    tasks.add(new Task(now.plus(after), count++, work));
  }

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    var end = now.plus(time);
    for (var next = tasks.peek(); next != null && !next.at.isAfter(end); next = tasks.peek()) {
      tasks.remove();
      now = next.at;
      next.work.run();
    }
    now = end;
  }
}
