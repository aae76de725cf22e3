package dev.wayfare.flow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// One person's run through one app: one set of variables, and per channel a stack of frames (the
/// last is on top). Immutable; the engine makes the next one.
///
/// `asked` are the steps that wait for the world outside, by their keys; `unheard` are texts that
/// came while the text channel waited so, and are heard after it. `call` is the plan of the call
/// that is on or being placed, empty when there is none (see
/// [dev.wayfare.flow.step.Scene#placeCall]). `secrets` are the variables whose values are sealed
/// where the journey is stored. `link` is the random id of its journey link, never the journey's
/// own. `turn` counts the turns. The maps keep their order, in memory and stored, so that nothing
/// depends on where a turn ran.
public record Journey(
    UUID id,
    String link,
    Contact contact,
    Map<String, Object> variables,
    Map<Channel, List<Frame>> stacks,
    Map<String, Timer> timers,
    Map<String, Asked> asked,
    List<String> unheard,
    Map<String, Object> call,
    Set<String> secrets,
    Map<String, Object> start,
    Standing standing,
    Instant began,
    Instant expires,
    int turn) {

  /// A journey before its first turn.
  public static Journey begin(
      UUID id, String link, Contact contact, Map<String, Object> start, Instant now, Instant ends) {
    return new Journey(
        id,
        link,
        contact,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        Map.of(),
        Set.of(),
        start,
        Standing.OPEN,
        now,
        ends,
        0);
  }

  /// The same after it made way for another: nothing stands open, nothing is due.
  public Journey closed(Standing how) {
    return new Journey(
        id, link, contact, variables, Map.of(), Map.of(), Map.of(), List.of(), Map.of(), secrets,
        start, how, began, expires, turn + 1);
  }

  /// Whether it ends as soon as nothing in it waits any more: nobody comes back to a journey that a
  /// schedule began. A moment never comes out of a link's query or a program's payload.
  public boolean endsByItself() {
    return start.get(Input.SCHEDULE) instanceof String && start.get(Input.DUE) instanceof Instant;
  }

  public List<Frame> stack(Channel channel) {
    return stacks.getOrDefault(channel, List.of());
  }

  /// Whether a call is on, or rings.
  public boolean onCall() {
    return !call.isEmpty();
  }

  /// Whether no flow is open on any channel, and nothing is due, asked for or to be called.
  public boolean atRest() {
    return stacks.values().stream().allMatch(List::isEmpty)
        && timers.isEmpty()
        && asked.isEmpty()
        && unheard.isEmpty()
        && call.isEmpty();
  }

  /// Whether a flow is open on this channel.
  public boolean standsOn(Channel channel) {
    return !stack(channel).isEmpty();
  }
}
