package dev.wayfare.publish;

import dev.wayfare.app.NamedApp;
import dev.wayfare.app.Profile;
import dev.wayfare.http.Caller;
import dev.wayfare.journal.Actor;
import dev.wayfare.journal.Fact;
import dev.wayfare.journal.Journal;
import dev.wayfare.journal.Subject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.support.TransactionOperations;

/// Pauses channels of what is live, and lets them go on.
final class Pauses {
  private final PgPauses store;
  private final ReleaseStore releases;
  private final LiveReleases live;
  private final Journal journal;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  Pauses(
      PgPauses store,
      ReleaseStore releases,
      LiveReleases live,
      Journal journal,
      TransactionOperations transactions,
      InstantSource clock) {
    this.store = store;
    this.releases = releases;
    this.live = live;
    this.journal = journal;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Those that hold now.
  List<Pause> of(NamedApp app, Profile profile) {
    var now = clock.instant();
    return store.of(releases.deployment(app, profile.id()).id()).stream()
        .filter(it -> it.holds(now))
        .toList();
  }

  void pause(NamedApp app, Profile profile, Pause pause, Caller caller) {
    var place = releases.deployment(app, profile.id());
    transactions.executeWithoutResult(
        _ -> {
          store.set(place.id(), pause);
          var fact =
              fact("channel.paused", app, profile, pause.channel(), caller)
                  .with("message", pause.message());
          journal.write(
              pause.until().map(until -> fact.with("until", until.toString())).orElse(fact));
        });
    live.refresh();
  }

  /// False where it was not paused.
  boolean resume(NamedApp app, Profile profile, Pause.Channel channel, Caller caller) {
    var place = releases.deployment(app, profile.id());
    var ended =
        Boolean.TRUE.equals(
            transactions.execute(
                _ -> {
                  if (!store.end(place.id(), channel)) {
                    return false;
                  }
                  journal.write(fact("channel.resumed", app, profile, channel, caller));
                  return true;
                }));
    live.refresh();
    return ended;
  }

  private static Fact fact(
      String verb, NamedApp app, Profile profile, Pause.Channel channel, Caller caller) {
    var name = app.name() + " " + profile.name();
    return new Fact(
            app.organization(),
            Actor.of(caller),
            verb,
            Subject.of("profile", profile.id(), name),
            Map.of())
        .with("app", app.name())
        .with("profile", profile.name())
        .with("channel", channel.word());
  }
}
