package dev.wayfare.bench;

import dev.wayfare.db.DatabaseUrl;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A publish every second under load: two processes on one database, at half of what they can, and
/// how soon after each switch new journeys get the new release in each.
final class SwitchMatch {
  private static final int PHONES = 8;

  private final List<Served> processes;
  private final Workshop workshop;
  private final String app;
  private final String document;

  SwitchMatch(List<Served> processes, Workshop workshop, String app, String document) {
    this.processes = List.copyOf(processes);
    this.workshop = workshop;
    this.app = app;
    this.document = document;
  }

  /// What one process did.
  ///
  /// @param stale from a switch until the last journey that still began on the old release, none
  ///     where none did
  /// @param answered from a switch until the end of the first reply that came from the new release
  record Process(String name, int switches, Millis stale, Millis answered) {}

  record Row(
      double seconds,
      double capacity,
      double perSecond,
      int turns,
      Millis turn,
      int publishes,
      Millis publish,
      Millis transaction,
      List<Process> processes) {}

  void warmsUp(Duration warmUp) throws InterruptedException {
    right(fastest().during(Span.after(Duration.ZERO, warmUp)));
  }

  private MarkedLoad fastest() {
    return new MarkedLoad(hooks(), PHONES, Duration.ZERO, Duration.ZERO);
  }

  /// Half of the turns come from phones that only ever begin: the more often one of them does, the
  /// sooner it is seen which release it gets.
  private MarkedLoad load(double perSecond) {
    return new MarkedLoad(hooks(), PHONES, pause(PHONES, perSecond / 2), pause(1, perSecond / 2));
  }

  /// From one text of a phone to its next, where so many phones of each process send so many
  /// together.
  private Duration pause(int phones, double perSecond) {
    return Duration.ofNanos((long) (1e9 * phones * processes.size() / perSecond));
  }

  private List<Hook> hooks() {
    return processes.stream().map(Served::hook).toList();
  }

  /// A switch: from when to when it was the last, and to what.
  private record Switch(Instant begun, Instant done, Instant until, String mark) {}

  /// @param capacity how long it is measured what the two can do
  Row play(Duration capacity, Duration measured, DatabaseUrl database)
      throws InterruptedException, SQLException {
    var fastest = right(fastest().during(Span.after(Duration.ZERO, capacity)));
    var most = fastest.turns() / (capacity.toNanos() / 1e9);

    try (var bells = new PgBells(database)) {
      var span = Span.after(Duration.ZERO, measured);
      var publishes = new Publishes(workshop, app, document, span);
      var publisher = Thread.ofPlatform().start(publishes);
      var heard = right(load(most / 2).during(span));
      publisher.join();
      if (!publishes.wrong().isEmpty()) {
        throw new Contender.Spoiled(publishes.wrong().getFirst());
      }
      return row(span.seconds(), most, heard, publishes, bells);
    }
  }

  private Row row(
      double seconds, double capacity, MarkedLoad.Heard heard, Publishes publishes, PgBells bells) {
    var switches = switches(publishes.moved(), bells);
    var transactions = new Latencies();
    switches.forEach(it -> transactions.add(nanos(it.begun(), it.done())));
    return new Row(
        seconds,
        capacity,
        heard.turns() / seconds,
        heard.turns(),
        Millis.of(heard.latencies()),
        publishes.moved().size(),
        Millis.of(publishes.latencies()),
        Millis.of(transactions),
        judged(switches, heard.newcomers()));
  }

  /// All but the last, whose end nobody sees.
  private static List<Switch> switches(List<Publishes.Moved> moved, PgBells bells) {
    var switches = new ArrayList<Switch>();
    for (var place = 0; place + 1 < moved.size(); place++) {
      var begun = moved.get(place).live().since();
      var until = moved.get(place + 1).live().since();
      var mark = moved.get(place).mark();
      bells
          .between(begun, until)
          .ifPresent(done -> switches.add(new Switch(begun, done, until, mark)));
    }
    return switches;
  }

  private MarkedLoad.Heard right(MarkedLoad.Heard heard) {
    if (!heard.wrong().isEmpty()) {
      throw new Contender.Spoiled(
          "A process did not answer as it should:\n%s\nThey said last:\n%s"
              .formatted(
                  String.join("\n", heard.wrong()),
                  String.join(
                      "\n", processes.stream().map(it -> it.server().lastWords()).toList())));
    }
    return heard;
  }

  private List<Process> judged(List<Switch> switches, List<Newcomer> newcomers) {
    var found = new ArrayList<Process>();
    for (var place = 0; place < processes.size(); place++) {
      var process = place;
      var own = newcomers.stream().filter(it -> it.process() == process).toList();
      found.add(judged(processes.get(place).name(), switches, own));
    }
    return found;
  }

  private static Process judged(String name, List<Switch> switches, List<Newcomer> newcomers) {
    var stale = new Latencies();
    var answered = new Latencies();
    for (var each : switches) {
      var within =
          newcomers.stream()
              .filter(it -> !it.begun().isBefore(each.begun()) && it.begun().isBefore(each.until()))
              .toList();
      stale.add(
          within.stream()
              .filter(it -> !it.mark().equals(each.mark()))
              .mapToLong(it -> nanos(each.done(), it.begun()))
              .max()
              .orElse(0));
      within.stream()
          .filter(it -> it.mark().equals(each.mark()))
          .mapToLong(it -> nanos(each.done(), it.ended()))
          .min()
          .ifPresent(answered::add);
    }
    return new Process(name, switches.size(), Millis.of(stale), Millis.of(answered));
  }

  /// Nothing where the other clock's thread was late.
  private static long nanos(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toNanos());
  }
}
