package dev.wayfare.bench;

import java.time.Duration;
import java.util.ArrayList;

/// A server under the load of phones.
record Served(String name, Hook hook, Child server, ProcessHandle database) implements Contender {

  @Override
  public Measured measure(int connections, Span span) throws InterruptedException {
    var cpu = new ArrayList<Duration>();
    var watch =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    span.awaitStart();
                    note(cpu);
                    span.awaitEnd();
                    note(cpu);
                  } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                  }
                });
    var heard = Load.on(hook, connections, span);
    watch.join();
    if (!heard.wrong().isEmpty()) {
      throw new Spoiled(
          "The %s did not answer as it should:\n%s\nIt said last:\n%s"
              .formatted(name, String.join("\n", heard.wrong()), server.lastWords()));
    }
    var turns = heard.latencies().count();
    return new Measured(
        turns / span.seconds(),
        heard.latencies().millis(0.5),
        heard.latencies().millis(0.99),
        perTurn(cpu.get(0), cpu.get(3), turns),
        perTurn(cpu.get(1), cpu.get(4), turns),
        perTurn(cpu.get(2), cpu.get(5), turns));
  }

  private void note(ArrayList<Duration> cpu) {
    cpu.add(Cpu.of(server.handle()));
    cpu.add(Cpu.of(database));
    cpu.add(Cpu.own());
  }

  private static double perTurn(Duration before, Duration after, int turns) {
    return after.minus(before).toNanos() / 1e6 / Math.max(1, turns);
  }
}
