package dev.wayfare.runtime;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Standing;
import dev.wayfare.http.Outage;
import dev.wayfare.publish.LiveReleases;
import dev.wayfare.publish.PeopleMove;
import dev.wayfare.publish.PeopleMoves;
import dev.wayfare.publish.SealedRelease;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does with people in the middle what the publisher chose, one journey after the other, each in a
/// turn of its own. May be done twice: whoever was moved is not found again.
final class PeopleMover {
  private static final Logger LOG = LoggerFactory.getLogger(PeopleMover.class);
  private static final UUID BEGIN = new UUID(0, 0);
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final int BATCH = 100;
  private static final int ATTEMPTS = 20;

  /// How soon those are looked at again who wait for the world outside, or are on a call.
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(5);

  /// For about two hours.
  private static final int MOST_PASSES = 1_440;

  private final PeopleMoves moves;
  private final JourneyStore journeys;
  private final LiveReleases releases;
  private final Remembering remembering;
  private final Chains chains;
  private final Turns turns;
  private final Lines lines;

  PeopleMover(
      PeopleMoves moves,
      JourneyStore journeys,
      LiveReleases releases,
      Chains chains,
      Turns turns,
      Lines lines) {
    this.moves = moves;
    this.journeys = journeys;
    this.releases = releases;
    this.remembering = chains.remembering;
    this.chains = chains;
    this.turns = turns;
    this.lines = lines;
  }

  /// Does all that is due, and says how many choices there were.
  int moveDue() {
    for (var done = 0; ; done++) {
      var now = turns.now();
      var due = moves.take(now, now.plus(LEASE), 1);
      if (due.isEmpty()) {
        return done;
      }
      move(due.getFirst());
    }
  }

  private void move(PeopleMove move) {
    releases.look();
    var live = releases.liveRelease(move.deployment()).flatMap(releases::release);
    var fates = new Fates(move.policy().last());
    var after = BEGIN;
    while (true) {
      var some = journeys.openBelow(move.deployment(), move.below(), after, BATCH);
      var taken = 0;
      for (var each : some) {
        taken += took(each, live, fates) ? 1 : 0;
      }
      moves.renew(move, turns.now().plus(LEASE), taken);
      if (some.size() < BATCH) {
        break;
      }
      after = some.getLast().journey().id();
    }
    if (fates.wantsAnotherLook() && move.passes() < MOST_PASSES) {
      moves.again(move, fates.kept(), turns.now().plus(AGAIN_AFTER));
    } else {
      moves.done(move, fates.kept(), turns.now());
    }
  }

  /// A journey that cannot be moved keeps no other one back.
  private boolean took(Stored seen, Optional<SealedRelease> live, Fates fates) {
    try (var _ = lines.hold(seen.journey().id())) {
      return inLine(seen, live, fates);
    } catch (RuntimeException fault) {
      if (Outage.is(fault)) {
        throw fault;
      }
      LOG.error("Journey {} could not be moved", seen.journey().id(), fault);
      fates.failed(fault);
      return false;
    }
  }

  private boolean inLine(Stored seen, Optional<SealedRelease> live, Fates fates) {
    var old = releases.release(seen.release()).orElseThrow();
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var stored = journeys.byId(seen.deployment(), seen.journey().id());
      if (stored.isEmpty()
          || stored.get().journey().standing() != Standing.OPEN
          || !stored.get().release().equals(seen.release())) {
        return false;
      }
      var turn = turn(stored.get(), old, live, fates);
      if (turn.isEmpty()) {
        return false;
      }
      var remembered = remembering.remember(turn.get(), false, Turns.Ran::commit);
      if (remembered.isPresent()) {
        chains.goOn(remembered.get());
        return true;
      }
    }
    fates.gaveWay();
    return false;
  }

  private Optional<Turns.Ran> turn(
      Stored stored, SealedRelease old, Optional<SealedRelease> live, Fates fates) {
    Optional<App> now = live.map(SealedRelease::app);
    return switch (fates.of(stored, old.app(), now)) {
      case Fates.Fate.Stays() -> Optional.empty();
      case Fates.Fate.Goes(var moved, var words) ->
          Optional.of(turns.moved(live.orElseThrow(), stored, moved, words, turns.now()));
      case Fates.Fate.Ends(var words) ->
          Optional.of(
              turns.run(
                  old,
                  Optional.of(stored),
                  stored.journey(),
                  new Input.Closed(Optional.of(words)),
                  Commit.Kind.CLOSE,
                  Optional.empty(),
                  turns.now()));
    };
  }
}
