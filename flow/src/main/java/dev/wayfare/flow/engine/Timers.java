package dev.wayfare.flow.engine;

import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Timer;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The timers of a journey while its turn runs.
final class Timers {
  private final Map<String, Timer> timers;
  private final Deeds deeds;

  Timers(Map<String, Timer> timers, Deeds deeds) {
    this.timers = new LinkedHashMap<>(timers);
    this.deeds = deeds;
  }

  void set(String name, Timer timer) {
    timers.put(name, timer);
    deeds.add(new Effect.SetTimer(name, timer.at()));
  }

  /// Under a name that no timer of the builder's can have.
  void setNameless(Timer timer, int turn) {
    int count = 1;
    while (timers.containsKey(nameless(turn, count))) {
      count++;
    }
    set(nameless(turn, count), timer);
  }

  private static String nameless(int turn, int count) {
    return "later " + turn + "." + count;
  }

  void drop(String name) {
    if (timers.remove(name) != null) {
      deeds.add(new Effect.DropTimer(name));
    }
  }

  void dropAll() {
    timers.keySet().forEach(name -> deeds.add(new Effect.DropTimer(name)));
    timers.clear();
  }

  /// The timer of this name, if it is the one set for this moment; it is spent.
  Optional<Timer> take(String name, Instant at) {
    var timer = timers.get(name);
    if (timer == null || !timer.at().equals(at)) {
      return Optional.empty();
    }
    timers.remove(name);
    return Optional.of(timer);
  }

  Optional<Timer> find(String name) {
    return Optional.ofNullable(timers.get(name));
  }

  /// The moment of a timer that is due; it is spent.
  Optional<Instant> due(String name, Instant now) {
    var at = find(name).map(Timer::at).filter(moment -> !moment.isAfter(now));
    at.ifPresent(_ -> drop(name));
    return at;
  }

  Map<String, Timer> left() {
    return Collections.unmodifiableMap(timers);
  }
}
