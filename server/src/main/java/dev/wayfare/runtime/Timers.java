package dev.wayfare.runtime;

import dev.wayfare.flow.Input;
import dev.wayfare.flow.Standing;
import dev.wayfare.http.Outage;
import dev.wayfare.publish.LiveReleases;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fires timers that are due and ends journeys whose time is over. A turn that cannot be run is
/// tried again with back-off, and kept as dead after the last try.
final class Timers {
  private static final Logger LOG = LoggerFactory.getLogger(Timers.class);
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration ANSWERS_KEPT = Duration.ofDays(3);
  private static final int BATCH = 50;

  private final TimerStore store;
  private final JourneyStore journeys;
  private final LiveReleases releases;
  private final Chains chains;
  private final Turns turns;
  private final Lines lines;

  Timers(
      TimerStore store,
      JourneyStore journeys,
      LiveReleases releases,
      Chains chains,
      Turns turns,
      Lines lines) {
    this.store = store;
    this.journeys = journeys;
    this.releases = releases;
    this.chains = chains;
    this.turns = turns;
    this.lines = lines;
  }

  /// Fires everything that is due, and says how many there were.
  int fireDue() {
    var fired = 0;
    while (true) {
      var now = turns.now();
      var batch = store.take(now, now.plus(LEASE), BATCH);
      if (batch.isEmpty()) {
        return fired;
      }
      batch.forEach(this::fire);
      fired += batch.size();
    }
  }

  private void fire(TimerStore.Due timer) {
    try (var _ = lines.hold(timer.journey())) {
      var stored = journeys.byId(timer.deployment(), timer.journey());
      if (stored.isEmpty() || stored.get().journey().standing() != Standing.OPEN) {
        store.drop(timer);
        return;
      }
      var input = new Input.TimerFired(timer.name(), timer.setFor());
      if (!run(stored.get(), input, Commit.Kind.TIMER)) {
        store.again(timer, turns.now(), "The journey moved meanwhile.");
      }
    } catch (RuntimeException fault) {
      failed(timer, fault);
    }
  }

  private void failed(TimerStore.Due timer, RuntimeException fault) {
    LOG.error("Timer {} of journey {} failed", timer.name(), timer.journey(), fault);
    var why = fault.getClass().getSimpleName();
    if (timer.tries() >= BackOff.TRIES) {
      store.dead(timer, turns.now(), why);
    } else {
      store.again(timer, turns.now().plus(BackOff.after(timer.tries())), why);
    }
  }

  /// Ends journeys whose time is over; forgets what no carrier will ask for again.
  int sweep() {
    var now = turns.now();
    var over = journeys.overdue(now, 200);
    for (var stored : over) {
      expire(stored);
    }
    journeys.forgetAnswers(now.minus(ANSWERS_KEPT));
    return over.size();
  }

  /// A journey that cannot be ended does not keep the others alive.
  private void expire(Stored stored) {
    try (var _ = lines.hold(stored.journey().id())) {
      run(stored, new Input.Expired(), Commit.Kind.EXPIRY);
    } catch (RuntimeException fault) {
      if (Outage.is(fault)) {
        throw fault;
      }
      LOG.error("Journey {} could not be ended", stored.journey().id(), fault);
    }
  }

  private boolean run(Stored stored, Input input, Commit.Kind kind) {
    var release = releases.release(stored.release());
    if (release.isEmpty()) {
      throw new IllegalStateException("release " + stored.release() + " is not there");
    }
    var chain =
        chains.begin(
            new Chains.First(
                release.get(),
                Optional.of(stored),
                stored.journey(),
                input,
                kind,
                Optional.empty(),
                Asker.NOBODY,
                turns.now()));
    chain.ifPresent(Chain::finish);
    return chain.isPresent();
  }
}
