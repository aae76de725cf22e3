package dev.wayfare.runtime;

import dev.wayfare.flow.change.MoveMap;
import dev.wayfare.flow.change.Mover;
import dev.wayfare.flow.change.Moving;
import dev.wayfare.publish.LiveReleases;
import dev.wayfare.publish.SealedRelease;
import java.util.Optional;

/// Journeys that have finished on the release they began on, though none of them was ended: no flow
/// of theirs is open and nothing is due. What they hear next they hear from what is live.
final class AtRest {
  private final LiveReleases releases;
  private final Chains chains;
  private final Turns turns;

  AtRest(LiveReleases releases, Chains chains, Turns turns) {
    this.releases = releases;
    this.chains = chains;
    this.turns = turns;
  }

  /// Brings a journey over that is at rest on another release, with what it holds, in a turn of its
  /// own. True when it must be read again; false when it goes on as it is, as one does whose values
  /// what is live cannot hold.
  boolean broughtOver(Stored stored, SealedRelease live) {
    if (stored.release().equals(live.id()) || !stored.journey().atRest()) {
      return false;
    }
    var old = releases.release(stored.release()).orElseThrow();
    if (!(Mover.move(stored.journey(), old.app(), live.app(), MoveMap.NONE)
        instanceof Moving.Moved moved)) {
      return false;
    }
    var turn = turns.moved(live, stored, moved, Optional.empty(), turns.now());
    chains.remembering.remember(turn, false, Turns.Ran::commit);
    return true;
  }
}
