package dev.wayfare.publish;

import static dev.wayfare.publish.ReleaseEvent.ANSWERED;
import static dev.wayfare.publish.ReleaseEvent.BROKE;
import static dev.wayfare.publish.ReleaseEvent.READY;
import static dev.wayfare.publish.ReleaseEvent.REPLACED;
import static dev.wayfare.publish.ReleaseEvent.SWITCHED;
import static dev.wayfare.publish.ReleaseEvent.WITHDRAWN;
import static dev.wayfare.publish.ReleaseState.CANCELLED;
import static dev.wayfare.publish.ReleaseState.FAILED;
import static dev.wayfare.publish.ReleaseState.LIVE;
import static dev.wayfare.publish.ReleaseState.PREPARED;
import static dev.wayfare.publish.ReleaseState.PROVEN;
import static dev.wayfare.publish.ReleaseState.SEALED;
import static dev.wayfare.publish.ReleaseState.SUPERSEDED;

import java.util.List;
import java.util.Optional;

/// Which way a release may go. Nothing else knows the order of states; docs/release-states.md is
/// drawn from this table.
final class ReleaseMachine {

  record Transition(ReleaseState from, ReleaseEvent on, ReleaseState to) {}

  static final List<Transition> TABLE =
      List.of(
          new Transition(SEALED, READY, PREPARED),
          new Transition(SEALED, BROKE, FAILED),
          new Transition(SEALED, WITHDRAWN, CANCELLED),
          new Transition(PREPARED, ANSWERED, PROVEN),
          new Transition(PREPARED, BROKE, FAILED),
          new Transition(PREPARED, WITHDRAWN, CANCELLED),
          new Transition(PROVEN, SWITCHED, LIVE),
          new Transition(PROVEN, BROKE, FAILED),
          new Transition(PROVEN, WITHDRAWN, CANCELLED),
          new Transition(LIVE, REPLACED, SUPERSEDED));

  private ReleaseMachine() {}

  /// Where it stands after the event; empty where the event means nothing in that state.
  static Optional<ReleaseState> after(ReleaseState from, ReleaseEvent on) {
    return TABLE.stream()
        .filter(it -> it.from() == from && it.on() == on)
        .map(Transition::to)
        .findFirst();
  }
}
