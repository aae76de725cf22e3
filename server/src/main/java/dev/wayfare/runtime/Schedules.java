package dev.wayfare.runtime;

import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Trigger;
import dev.wayfare.flow.Turn;
import dev.wayfare.http.Outage;
import dev.wayfare.kernel.Ids;
import dev.wayfare.publish.LiveDeployment;
import dev.wayfare.publish.LiveReleases;
import dev.wayfare.publish.SealedRelease;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/// Runs the schedules of what is live. Every server looks; one of them decides about a moment, one
/// takes the run, and the run is remembered in the transaction of its journey's first turn: so each
/// happens once, whoever dies in between.
final class Schedules {
  private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);
  private static final Duration LEASE = Duration.ofSeconds(60);

  /// Nobody sleeps longer: a lease may have ended.
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /// Until the first look, which reads everything that is live: a start has the processor to
  /// itself, and what was missed while nobody ran is run soon all the same.
  private static final Duration FIRST = Duration.ofSeconds(2);

  private static final int BATCH = 20;

  private final ScheduleStore store;
  private final LiveReleases releases;
  private final Chains chains;
  private final Turns turns;
  private final TransactionOperations transactions;
  private final Ids ids;
  private boolean looked;

  Schedules(
      ScheduleStore store,
      LiveReleases releases,
      Chains chains,
      Turns turns,
      TransactionOperations transactions,
      Ids ids) {
    this.store = store;
    this.releases = releases;
    this.chains = chains;
    this.turns = turns;
    this.transactions = transactions;
    this.ids = ids;
  }

  /// A schedule of what is live now.
  record Live(LiveDeployment place, SealedRelease release, Trigger.Scheduled trigger) {
    Optional<Instant> next(Instant after) {
      return trigger.cron().next(after, trigger.zone(release.app()));
    }
  }

  List<Live> live() {
    var live = new ArrayList<Live>();
    for (var place : releases.deployments()) {
      releases
          .release(place.release())
          .ifPresent(
              release ->
                  release
                      .app()
                      .schedules()
                      .forEach(trigger -> live.add(new Live(place, release, trigger))));
    }
    return live;
  }

  /// Until the next moment of any schedule; asked by the one worker that runs them.
  Duration untilNext() {
    if (!looked) {
      looked = true;
      return FIRST;
    }
    var now = turns.now();
    return live().stream()
        .flatMap(schedule -> schedule.next(now).stream())
        .map(next -> Duration.between(now, next))
        .filter(pause -> pause.compareTo(LONGEST) < 0)
        .min(Duration::compareTo)
        .orElse(LONGEST);
  }

  /// Decides about the moments that have come, and runs what is to run.
  int runDue() {
    store.supersede(turns.now());
    decide();
    var done = 0;
    while (true) {
      var now = turns.now();
      var batch = store.take(now, now.plus(LEASE), BATCH);
      if (batch.isEmpty()) {
        return done;
      }
      batch.forEach(this::run);
      done += batch.size();
    }
  }

  private void decide() {
    var live = live();
    if (live.isEmpty()) {
      return;
    }
    var now = turns.now();
    var decided = store.decided(live.stream().map(each -> each.place().id()).distinct().toList());
    for (var each : live) {
      var key = new ScheduleStore.Key(each.place().id(), each.trigger().name());
      var seen = Optional.ofNullable(decided.get(key));
      var since = each.place().since();
      var after = seen.filter(moment -> moment.isAfter(since)).orElse(since);
      if (after.isBefore(now)) {
        var zone = each.trigger().zone(each.release().app());
        var planned = planned(DueMoments.of(each.trigger(), zone, after, now));
        if (!planned.isEmpty()) {
          store.decide(key, each.release().id(), seen, planned, now);
        }
      }
    }
  }

  private List<ScheduleStore.Planned> planned(DueMoments moments) {
    var planned = new ArrayList<ScheduleStore.Planned>();
    var missed = moments.missed();
    for (var due : moments.run()) {
      planned.add(new ScheduleStore.Planned(ids.next(), due, missed, true));
      missed = 0;
    }
    for (var due : moments.noted()) {
      planned.add(new ScheduleStore.Planned(ids.next(), due, missed, false));
    }
    return planned;
  }

  private void run(ScheduleStore.Due due) {
    try {
      var release =
          releases
              .release(due.release())
              .orElseThrow(
                  () -> new IllegalStateException("release " + due.release() + " is not there"));
      var now = turns.now();
      var input = new Input.Scheduled(due.trigger(), due.due());
      var journey = turns.begin(release, Contact.UNKNOWN, input.start(), now);
      var ran =
          turns.run(
              release,
              Optional.empty(),
              journey,
              input,
              Commit.Kind.SCHEDULE,
              Optional.empty(),
              now);
      remember(due, ran).ifPresent(chains::goOn);
    } catch (RuntimeException fault) {
      failed(due, fault);
    }
  }

  /// The whole turn; empty when the lease was lost on the way, and nothing is remembered.
  private Optional<Turns.Ran> remember(ScheduleStore.Due due, Turns.Ran ran) {
    return transactions.execute(
        status -> {
          var whole =
              chains
                  .remembering
                  .remember(
                      ran,
                      false,
                      it ->
                          it.commit(
                              Optional.empty(),
                              Optional.empty(),
                              Optional.empty(),
                              Optional.empty()))
                  .filter(
                      it -> store.ran(due, it.turn().journey().id(), trouble(it.turn()), it.at()));
          if (whole.isEmpty()) {
            status.setRollbackOnly();
          }
          return whole;
        });
  }

  private static Optional<String> trouble(Turn turn) {
    return turn.effects().stream()
        .filter(Effect.Incident.class::isInstance)
        .map(effect -> ((Effect.Incident) effect).trouble())
        .map(trouble -> trouble.code() + ": " + trouble.message())
        .findFirst();
  }

  private void failed(ScheduleStore.Due due, RuntimeException fault) {
    if (Outage.is(fault)) {
      throw fault;
    }
    LOG.error("The run of schedule {} for {} failed", due.trigger(), due.due(), fault);
    var why = fault.getClass().getSimpleName();
    if (due.tries() >= BackOff.TRIES) {
      store.dead(due, turns.now(), why);
    } else {
      store.again(due, turns.now().plus(BackOff.after(due.tries())), why);
    }
  }
}
