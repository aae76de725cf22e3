package dev.wayfare.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// Many phones at once, each holding one conversation after the other: the next text goes out when
/// the reply to the last one is there and is right.
final class Load {
  private static final AtomicLong CONVERSATIONS = new AtomicLong();
  private static final int TOLD = 5;

  private Load() {}

  /// What came of it; any wrong answer spoils the whole.
  record Heard(Latencies latencies, List<String> wrong) {}

  static Heard on(Hook hook, int connections, Span span) throws InterruptedException {
    var latencies = new ArrayList<Latencies>();
    var wrong = new CopyOnWriteArrayList<String>();
    var threads = new ArrayList<Thread>();
    for (var each = 0; each < connections; each++) {
      var own = new Latencies();
      latencies.add(own);
      threads.add(Thread.ofPlatform().start(() -> hold(hook, span, own, wrong)));
    }
    for (var thread : threads) {
      thread.join();
    }
    return new Heard(Latencies.together(latencies), List.copyOf(wrong));
  }

  /// One whole conversation; what was wrong with it.
  static List<String> once(Hook hook) throws IOException {
    var wrong = new ArrayList<String>();
    try (var texter = new Texter(hook)) {
      var script = Script.of(CONVERSATIONS.incrementAndGet());
      for (var line : script.lines()) {
        texter.say(script.phone(), line).ifPresent(wrong::add);
      }
    }
    return wrong;
  }

  private static void hold(Hook hook, Span span, Latencies own, List<String> wrong) {
    try (var texter = new Texter(hook)) {
      while (!span.isOver() && wrong.size() < TOLD) {
        converse(texter, Script.of(CONVERSATIONS.incrementAndGet()), span, own, wrong);
      }
    } catch (IOException broken) {
      wrong.add("The connection broke: " + broken.getMessage());
    }
  }

  private static void converse(
      Texter texter, Script script, Span span, Latencies own, List<String> wrong)
      throws IOException {
    for (var line : script.lines()) {
      var begun = System.nanoTime();
      var mistake = texter.say(script.phone(), line);
      var ended = System.nanoTime();
      if (mistake.isPresent()) {
        wrong.add(mistake.get());
        return;
      }
      if (span.holds(begun, ended)) {
        own.add(ended - begun);
      }
      if (span.isOver()) {
        return;
      }
    }
  }
}
