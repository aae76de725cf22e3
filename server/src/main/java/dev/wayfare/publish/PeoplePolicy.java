package dev.wayfare.publish;

import dev.wayfare.flow.change.MoveMap;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What becomes of people who are in the middle of a journey when another release takes over, or
/// none. Calls keep what they have until they are over, whatever is chosen. See
/// docs/people-in-the-middle.md.
public sealed interface PeoplePolicy {
  static PeoplePolicy keep() {
    return new Keep();
  }

  /// They finish on what they began on.
  record Keep() implements PeoplePolicy {}

  /// They go on in what is live now, from where they stand.
  record Move(MoveMap map) implements PeoplePolicy {}

  /// They begin anew in what is live now, and are told so.
  record Restart(MoveMap map, String words) implements PeoplePolicy {}

  /// They are ended, with a last sentence.
  record End(String words) implements PeoplePolicy {}

  /// They are kept until a time, and whoever has not finished then is moved or ended.
  record Drain(Instant until, PeoplePolicy then) implements PeoplePolicy {}

  /// What takes the place of what, where they are moved or begin anew.
  default Optional<MoveMap> places() {
    return switch (this) {
      case Keep(), End(_) -> Optional.empty();
      case Move(var map) -> Optional.of(map);
      case Restart(var map, _) -> Optional.of(map);
      case Drain(_, var then) -> then.places();
    };
  }

  /// In the words of the API.
  default Map<String, Object> written() {
    return PolicyJson.write(this);
  }

  /// What happens to them in the end.
  default PeoplePolicy last() {
    return this instanceof Drain(_, var then) ? then : this;
  }

  /// When it happens, if not at once.
  default Optional<Instant> later() {
    return this instanceof Drain(var until, _) ? Optional.of(until) : Optional.empty();
  }
}
