package dev.wayfare.runtime;

import dev.wayfare.channel.web.WebDoor;
import dev.wayfare.db.Bell;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;

/// Who is looking at a journey's page just now, in this process. The turn's own statement rings
/// when a page moves.
final class LiveJourneys {
  static final String TOPIC = "journey";

  private final ConcurrentHashMap<String, Set<LongConsumer>> watchers = new ConcurrentHashMap<>();

  LiveJourneys(Bell bell) {
    bell.on(TOPIC, this::heard, this::missed);
  }

  WebDoor.Watch watch(String link, LongConsumer moved) {
    watchers.compute(
        link,
        (_, all) -> {
          var set = all == null ? ConcurrentHashMap.<LongConsumer>newKeySet() : all;
          set.add(moved);
          return set;
        });
    return () ->
        watchers.computeIfPresent(
            link,
            (_, all) -> {
              all.remove(moved);
              return all.isEmpty() ? null : all;
            });
  }

  private void heard(String payload) {
    var space = payload.lastIndexOf(' ');
    if (space > 0) {
      var turn = Long.parseLong(payload.substring(space + 1));
      watchers.getOrDefault(payload.substring(0, space), Set.of()).forEach(w -> w.accept(turn));
    }
  }

  /// Something may have been missed: every page looks again.
  private void missed() {
    watchers.values().forEach(all -> all.forEach(watcher -> watcher.accept(Long.MAX_VALUE)));
  }
}
