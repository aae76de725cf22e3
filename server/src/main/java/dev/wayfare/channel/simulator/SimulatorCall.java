package dev.wayfare.channel.simulator;

import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.simulator.SimulatorMessage.Direction;
import dev.wayfare.flow.Input.CallEnd;
import dev.wayfare.kernel.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One call of a phone on the screen.
///
/// @param step counts what happened on it: an event of the same step is the same event
/// @param key the outbox's key, for calls that came through [SimulatorCarrier]
/// @param legOf the call whose forwarding made this phone ring
/// @param askMachine whether the app wants to know that a machine answers
/// @param changed the number of the change that made it what it is
record SimulatorCall(
    UUID id,
    OrganizationId organization,
    PhoneNumber phone,
    PhoneNumber other,
    Direction direction,
    State state,
    int step,
    CallDoing doing,
    List<CallLine> lines,
    Optional<UUID> key,
    Optional<UUID> legOf,
    Duration ring,
    boolean askMachine,
    boolean byMachine,
    Instant began,
    Optional<Instant> answered,
    Optional<Instant> ended,
    Optional<CallEnd> how,
    long changed) {

  enum State {
    RINGING,
    GOING,
    ENDED
  }

  private static final int MOST_LINES = 400;

  SimulatorCall {
    var from = Math.max(0, lines.size() - MOST_LINES);
    lines = List.copyOf(lines.subList(from, lines.size()));
  }

  /// A call that begins to ring.
  static SimulatorCall ringing(
      UUID id,
      OrganizationId organization,
      PhoneNumber phone,
      PhoneNumber other,
      Direction direction,
      Instant now) {
    return new SimulatorCall(
        id,
        organization,
        phone,
        other,
        direction,
        State.RINGING,
        0,
        new CallDoing.Nothing(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Duration.ofSeconds(30),
        false,
        false,
        now,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  /// The id under which everybody outside knows this call.
  String providerId() {
    return "SIC" + id.toString().replace("-", "");
  }

  /// The key of what happens at this step.
  String keyOf(String what) {
    return providerId() + ":" + step + ":" + what;
  }

  Duration length(Instant now) {
    return answered.map(since -> Duration.between(since, ended.orElse(now))).orElse(Duration.ZERO);
  }

  SimulatorCall placed(UUID newKey, Duration newRing, boolean ask) {
    return copy(state, doing, lines, Optional.of(newKey), legOf, newRing, ask, byMachine, answered);
  }

  SimulatorCall legOf(UUID parent, Duration newRing) {
    return copy(
        state, doing, lines, key, Optional.of(parent), newRing, askMachine, byMachine, answered);
  }

  SimulatorCall answered(boolean machine, Instant now) {
    return copy(State.GOING, doing, lines, key, legOf, ring, askMachine, machine, Optional.of(now));
  }

  SimulatorCall now(CallDoing newDoing) {
    return copy(state, newDoing, lines, key, legOf, ring, askMachine, byMachine, answered);
  }

  SimulatorCall with(CallLine line) {
    var more = new ArrayList<>(lines);
    more.add(line);
    return copy(state, doing, more, key, legOf, ring, askMachine, byMachine, answered);
  }

  SimulatorCall ended(CallEnd end, Instant now) {
    return new SimulatorCall(
        id,
        organization,
        phone,
        other,
        direction,
        State.ENDED,
        step,
        new CallDoing.Nothing(),
        lines,
        key,
        legOf,
        ring,
        askMachine,
        byMachine,
        began,
        answered,
        Optional.of(now),
        Optional.of(end),
        changed);
  }

  private SimulatorCall copy(
      State newState,
      CallDoing newDoing,
      List<CallLine> newLines,
      Optional<UUID> newKey,
      Optional<UUID> newLegOf,
      Duration newRing,
      boolean newAsk,
      boolean newByMachine,
      Optional<Instant> newAnswered) {
    return new SimulatorCall(
        id,
        organization,
        phone,
        other,
        direction,
        newState,
        step,
        newDoing,
        newLines,
        newKey,
        newLegOf,
        newRing,
        newAsk,
        newByMachine,
        began,
        newAnswered,
        ended,
        how,
        changed);
  }
}
