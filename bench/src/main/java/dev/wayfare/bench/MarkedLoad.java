package dev.wayfare.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Phones that hold one conversation after the other with several processes at a given pace, and
/// for each process one that only ever begins, so that it is seen soon which release it gives to
/// whom. Every reply must name its release, and all replies of a conversation the same.
final class MarkedLoad {
  private static final AtomicLong CONVERSATIONS = new AtomicLong(10_000_000);
  private static final int TOLD = 5;

  private final List<Hook> processes;
  private final int phones;
  private final Duration talks;
  private final Duration begins;

  /// @param phones of each process that hold whole conversations
  /// @param talks from one text of such a phone to its next; none for as fast as it goes
  /// @param begins the same for the one that only begins
  MarkedLoad(List<Hook> processes, int phones, Duration talks, Duration begins) {
    this.processes = processes;
    this.phones = phones;
    this.talks = talks;
    this.begins = begins;
  }

  /// What came of it.
  record Heard(int turns, List<Newcomer> newcomers, List<String> wrong, Latencies latencies) {}

  Heard during(Span span) throws InterruptedException {
    var wrong = new CopyOnWriteArrayList<String>();
    var threads = new ArrayList<Thread>();
    var all = new ArrayList<Phone>();
    for (var process = 0; process < processes.size(); process++) {
      for (var each = 0; each < phones; each++) {
        all.add(new Phone(process, talks, Integer.MAX_VALUE, wrong));
      }
      all.add(new Phone(process, begins, 1, wrong));
    }
    all.forEach(phone -> threads.add(Thread.ofPlatform().start(() -> phone.talk(span))));
    for (var thread : threads) {
      thread.join();
    }
    return new Heard(
        all.stream().mapToInt(it -> it.latencies.count()).sum(),
        all.stream().flatMap(it -> it.newcomers.stream()).toList(),
        List.copyOf(wrong),
        Latencies.together(all.stream().map(it -> it.latencies).toList()));
  }

  private final class Phone {
    private final int process;
    private final Duration pause;
    private final int lines;
    private final List<String> wrong;
    private final List<Newcomer> newcomers = new ArrayList<>();
    private final Latencies latencies = new Latencies();
    private long next = System.nanoTime();

    /// @param lines of each conversation, at most
    Phone(int process, Duration pause, int lines, List<String> wrong) {
      this.process = process;
      this.pause = pause;
      this.lines = lines;
      this.wrong = wrong;
    }

    void talk(Span span) {
      try (var texter = new Texter(processes.get(process))) {
        while (!span.isOver() && wrong.size() < TOLD) {
          converse(texter, Script.of(CONVERSATIONS.incrementAndGet()), span);
        }
      } catch (IOException broken) {
        wrong.add("The connection broke: " + broken.getMessage());
      }
    }

    private void converse(Texter texter, Script script, Span span) throws IOException {
      var first = "";
      for (var line : script.lines().stream().limit(lines).toList()) {
        await();
        if (span.isOver()) {
          return;
        }
        var begun = Instant.now();
        var nanos = System.nanoTime();
        var answer = texter.asks(script.phone(), line.says());
        latencies.add(System.nanoTime() - nanos);
        var mark = Texter.reply(answer).map(it -> Marked.of(it, line.expects())).orElse("");
        if (mark.isEmpty() || !first.isEmpty() && !mark.equals(first)) {
          wrong.add(
              "In a journey of release %s, to %s came %d %s"
                  .formatted(first, line.says(), answer.status(), answer.body()));
          return;
        }
        if (first.isEmpty()) {
          newcomers.add(new Newcomer(process, begun, Instant.now(), mark));
          first = mark;
        }
      }
    }

    private void await() {
      next = Math.max(next + pause.toNanos(), System.nanoTime() - pause.toNanos());
      while (next - System.nanoTime() > 0) {
        LockSupport.parkNanos(next - System.nanoTime());
      }
    }
  }
}
