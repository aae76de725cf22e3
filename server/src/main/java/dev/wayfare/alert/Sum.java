package dev.wayfare.alert;

import dev.wayfare.alert.PgEventStore.Event;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.UUID;

/// Equal events of one release: how many, and the first and the last of them.
record Sum(long times, Event first, Event last) {

  static Collection<Sum> of(Collection<Event> events) {
    var sums = new LinkedHashMap<Key, Sum>();
    for (var event : events) {
      sums.merge(Key.of(event), new Sum(event.times(), event, event), Sum::plus);
    }
    return sums.values();
  }

  private Sum plus(Sum later) {
    return new Sum(times + later.times, first, later.last);
  }

  private record Key(
      UUID deployment, AlertKind kind, String code, String flow, String step, UUID release) {
    static Key of(Event event) {
      return new Key(
          event.deployment(),
          event.kind(),
          event.code(),
          event.flow(),
          event.step(),
          event.release());
    }
  }
}
