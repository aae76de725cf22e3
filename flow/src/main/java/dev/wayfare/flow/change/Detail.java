package dev.wayfare.flow.change;

import dev.wayfare.flow.Channel;
import dev.wayfare.flow.shape.ObjectShape;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is told of something that came or went as a whole: its words, its type, or what a flow is
/// made of.
final class Detail {
  private Detail() {}

  /// As it stands behind `helper / offer: new`.
  static String of(Optional<ObjectShape> known, @Nullable Object value, At at) {
    if (!(value instanceof Map<?, ?> map)) {
      return ", " + Shown.briefly(value);
    }
    if (isFlow(map)) {
      return ", " + flow(map);
    }
    var says = says(known, map, at);
    return says.isEmpty() && map.get("type") instanceof String type ? ", `" + type + "`" : says;
  }

  /// Its words, where it has some.
  static String says(Optional<ObjectShape> known, Map<?, ?> map, At at) {
    return words(known, map)
        .filter(_ -> at.sense().first().speaks())
        .map(it -> ", " + at.sense().first().verb() + " " + Shown.quoted(it))
        .orElse("");
  }

  /// The text that stands for it alone.
  static String brief(Optional<ObjectShape> known, @Nullable Object value) {
    if (value instanceof Map<?, ?> map && isFlow(map)) {
      return flow(map);
    }
    return value instanceof Map<?, ?> map
        ? words(known, map).orElseGet(() -> Shown.whole(map))
        : Shown.whole(value);
  }

  /// A new page is shown and a new question asked; whatever has no words is what its kind is.
  static Sort sort(At at, @Nullable Object value) {
    var sense = at.sense();
    return sense.equals(Sense.CONTROL) || value instanceof Map<?, ?> map && isFlow(map)
        ? sense.rest()
        : sense.first();
  }

  private static Optional<String> words(Optional<ObjectShape> known, Map<?, ?> map) {
    return known
        .flatMap(Comparison::main)
        .flatMap(it -> Optional.<Object>ofNullable(map.get(it)))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  private static boolean isFlow(Map<?, ?> map) {
    return map.get("steps") instanceof Map<?, ?>;
  }

  /// `a text flow of 4 steps: 2 say, 1 ask, 1 stop`.
  private static String flow(Map<?, ?> flow) {
    var types = new TreeMap<String, Integer>();
    var steps = Renames.entries(flow, "steps");
    steps
        .values()
        .forEach(
            step ->
                types.merge(
                    step instanceof Map<?, ?> map ? Shown.whole(map.get("type")) : "?",
                    1,
                    Integer::sum));
    var kinds =
        types.entrySet().stream()
            .map(type -> type.getValue() + " " + type.getKey())
            .collect(Collectors.joining(", "));
    var channel = Sense.channel(flow.get("channel"));
    var noun = channel == Channel.NONE ? "data" : channel.word();
    return "a %s flow of %s%s"
        .formatted(
            noun,
            steps.size() == 1 ? "1 step" : steps.size() + " steps",
            kinds.isEmpty() ? "" : ": " + kinds);
  }
}
