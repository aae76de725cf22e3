package dev.wayfare.runtime;

import dev.wayfare.publish.LiveReleases;
import dev.wayfare.publish.SealedRelease;
import java.time.Duration;
import java.time.Instant;

/// Forgets journeys that came to their end as long ago as the profile keeps them, with all that was
/// said, and the files of people.
final class Retention {
  private static final int BATCH = 500;

  private final PgRetention store;
  private final LiveReleases releases;
  private final Turns turns;

  Retention(PgRetention store, LiveReleases releases, Turns turns) {
    this.store = store;
    this.releases = releases;
    this.turns = turns;
  }

  /// How many were forgotten.
  long sweep() {
    var now = turns.now();
    return store.releases().stream()
        .flatMap(id -> releases.release(id).stream())
        .mapToLong(release -> sweep(release, now))
        .sum();
  }

  private long sweep(SealedRelease release, Instant now) {
    var before = now.minus(Duration.ofDays(release.settings().retentionDays()));
    var all = 0L;
    while (true) {
      var some = store.forget(release.deployment(), before, BATCH);
      all += some;
      if (some < BATCH) {
        return all;
      }
    }
  }
}
