package dev.wayfare.publish;

import dev.wayfare.flow.change.MoveMap;
import dev.wayfare.http.Mistakes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads what is to become of people in the middle, with every mistake at once.
final class PolicyReader {
  /// A text of three segments.
  private static final int LONGEST_MESSAGE = 459;

  private static final int MOST_PLACES = 500;

  /// No journey lives longer.
  private static final Duration LONGEST_DRAIN = Duration.ofDays(90);

  /// @param policy `keep` (the default), `move`, `restart` or `drain`
  /// @param map what takes the place of what, for `move` and `restart`
  /// @param until for `drain`: until when they may finish; missing: they are ended at once
  /// @param then for `drain`: `end` (the default), `move` or `restart`
  /// @param message what those are told who are ended or begin anew
  record Wish(
      @Nullable String policy,
      @Nullable Map<String, String> map,
      @Nullable String until,
      @Nullable String then,
      @Nullable String message) {}

  private final InstantSource clock;

  PolicyReader(InstantSource clock) {
    this.clock = clock;
  }

  PeoplePolicy read(@Nullable Wish wish, Mistakes mistakes) {
    if (wish == null) {
      return PeoplePolicy.keep();
    }
    var word =
        word("people.policy", wish.policy(), "keep", List.of("move", "restart", "drain"), mistakes);
    if (!word.equals("drain")) {
      refuseDrainWords(wish, mistakes);
      return last(word, wish, mistakes);
    }
    var then =
        last(
            word("people.then", wish.then(), "end", List.of("move", "restart"), mistakes),
            wish,
            mistakes);
    return until(wish, mistakes)
        .<PeoplePolicy>map(until -> new PeoplePolicy.Drain(until, then))
        .orElse(then);
  }

  /// The same where nothing takes the place of what they are on: they are kept, or ended.
  PeoplePolicy readLast(@Nullable Wish wish, Mistakes mistakes) {
    var policy = read(wish, mistakes);
    if (policy.last() instanceof PeoplePolicy.Move
        || policy.last() instanceof PeoplePolicy.Restart) {
      mistakes.add(
          "value_unexpected",
          "people.policy",
          "Nothing is live after this, so nobody can go on elsewhere. Expected keep or drain.",
          "Publish another version instead.");
    }
    return policy;
  }

  private static String word(
      String path, @Nullable String given, String usual, List<String> others, Mistakes mistakes) {
    if (given == null || given.equals(usual) || others.contains(given)) {
      return given == null ? usual : given;
    }
    mistakes.add(
        "value_unexpected",
        path,
        "Expected %s or %s, found \"%s\".".formatted(usual, String.join(", ", others), given),
        "");
    return usual;
  }

  private static void refuseDrainWords(Wish wish, Mistakes mistakes) {
    if (wish.until() != null || wish.then() != null) {
      mistakes.add(
          "value_unexpected",
          wish.until() == null ? "people.then" : "people.until",
          "Only people who are drained have a time.",
          "Choose drain, or leave it away.");
    }
  }

  private static PeoplePolicy last(String word, Wish wish, Mistakes mistakes) {
    return switch (word) {
      case "move" -> new PeoplePolicy.Move(map(wish, mistakes));
      case "restart" -> new PeoplePolicy.Restart(map(wish, mistakes), message(wish, mistakes));
      case "end" -> new PeoplePolicy.End(message(wish, mistakes));
      default -> PeoplePolicy.keep();
    };
  }

  private static String message(Wish wish, Mistakes mistakes) {
    return mistakes.text("people.message", wish.message(), LONGEST_MESSAGE);
  }

  private static MoveMap map(Wish wish, Mistakes mistakes) {
    if (wish.map() == null) {
      return MoveMap.NONE;
    }
    if (wish.map().size() > MOST_PLACES) {
      mistakes.add(
          "value_unexpected", "people.map", "Expected at most %d.".formatted(MOST_PLACES), "");
      return MoveMap.NONE;
    }
    return new MoveMap(wish.map());
  }

  private Optional<Instant> until(Wish wish, Mistakes mistakes) {
    var until = mistakes.moment("people.until", wish.until());
    if (until.filter(it -> it.isAfter(clock.instant().plus(LONGEST_DRAIN))).isPresent()) {
      mistakes.add(
          "value_unexpected",
          "people.until",
          "Expected a time within 90 days, for no journey lives longer.",
          "");
    }
    return until;
  }
}
