package dev.wayfare.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Publishes two contents by turns, one each second or as fast as it goes.
final class Publishes implements Runnable {
  private static final long EVERY = Duration.ofSeconds(1).toNanos();

  private final Workshop workshop;
  private final String app;
  private final String document;
  private final Span span;
  private final List<Moved> moved = new CopyOnWriteArrayList<>();
  private final Latencies latencies = new Latencies();
  private final List<String> wrong = new ArrayList<>();

  Publishes(Workshop workshop, String app, String document, Span span) {
    this.workshop = workshop;
    this.app = app;
    this.document = document;
    this.span = span;
  }

  /// A switch to the content with this mark.
  record Moved(Workshop.Live live, String mark) {}

  List<Moved> moved() {
    return List.copyOf(moved);
  }

  List<String> wrong() {
    return List.copyOf(wrong);
  }

  Latencies latencies() {
    return Latencies.together(List.of(latencies));
  }

  @Override
  public void run() {
    try {
      // What is live before is the content with the number 0.
      for (var number = 1; !span.isOver(); number++) {
        var tick = System.nanoTime();
        var revision = workshop.saves(app, Marked.document(document, number));
        var begun = System.nanoTime();
        moved.add(new Moved(workshop.publishes(app, revision), Marked.mark(number)));
        latencies.add(System.nanoTime() - begun);
        Thread.sleep(Duration.ofNanos(Math.max(0, EVERY - (System.nanoTime() - tick))));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failed) {
      wrong.add("A publish failed: " + failed.getMessage());
    }
  }
}
