package dev.wayfare.flow.change;

import dev.wayfare.flow.Channel;
import dev.wayfare.flow.step.StepType;
import dev.wayfare.flow.step.StepType.Trait;
import dev.wayfare.flow.step.StepTypes;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the parts of an object are to a customer: its first text with holes, its other ones, and
/// all that is no text.
record Sense(Sort first, Sort words, Sort rest) {
  static final Sense OPTION = all(Sort.OPTION);
  static final Sense CONTROL = new Sense(Sort.SHOWN, Sort.SHOWN, Sort.CONTROL);
  static final Sense LOGIC = all(Sort.LOGIC);

  private static final Map<String, Sense> SECTIONS =
      Map.ofEntries(
          Map.entry("name", all(Sort.TITLE)),
          Map.entry("title", all(Sort.TITLE)),
          Map.entry("variables", all(Sort.VARIABLE)),
          Map.entry("inputs", all(Sort.VARIABLE)),
          Map.entry("profile_values", all(Sort.PROFILE_VALUE)),
          Map.entry("triggers", all(Sort.TRIGGER)),
          Map.entry("flows", all(Sort.FLOW)),
          Map.entry("answers", all(Sort.ANSWER)),
          Map.entry("records", all(Sort.RECORD_TYPE)),
          Map.entry("voice", all(Sort.HEARD)),
          Map.entry("time_zone", all(Sort.TIMING)),
          Map.entry("hours", all(Sort.TIMING)),
          Map.entry("theme", all(Sort.THEME)));

  private static Sense all(Sort sort) {
    return new Sense(sort, sort, sort);
  }

  /// Of a section of the document or of a flow.
  static Sense section(String field) {
    return SECTIONS.getOrDefault(field, LOGIC);
  }

  /// Of a step: its type knows whether its texts are for people, its channel how they get them.
  static Sense step(Channel channel, @Nullable Object word) {
    var type = StepTypes.ALL.stream().filter(it -> it.word().equals(word)).findFirst();
    if (type.isEmpty() || !speaks(type.get())) {
      return LOGIC;
    }
    var words = spoken(channel, type.get());
    return new Sense(asks(type.get()) ? Sort.ASKED : words, words, Sort.LOGIC);
  }

  private static boolean speaks(StepType type) {
    return bound(type)
        || type.traits().contains(Trait.TEXTS)
        || type.traits().contains(Trait.TO_PEOPLE);
  }

  /// Whether it belongs to certain channels, on which it meets the person.
  private static boolean bound(StepType type) {
    return !type.channels().contains(Channel.NONE);
  }

  /// A question is said and waits for its answer.
  private static boolean asks(StepType type) {
    return bound(type)
        && type.traits().contains(Trait.WAITS)
        && type.traits().contains(Trait.TEXTS);
  }

  private static Sort spoken(Channel channel, StepType type) {
    if (!bound(type) && channel == Channel.WEB) {
      return Sort.SAID;
    }
    return switch (channel) {
      case WEB -> Sort.SHOWN;
      case VOICE -> Sort.HEARD;
      case TEXT, NONE -> Sort.SAID;
    };
  }

  /// A channel by its word; a data flow where it says none that we know.
  static Channel channel(@Nullable Object word) {
    return Optional.ofNullable(word).stream()
        .flatMap(it -> Stream.of(Channel.values()).filter(c -> c.word().equals(it)))
        .findFirst()
        .orElse(Channel.NONE);
  }
}
