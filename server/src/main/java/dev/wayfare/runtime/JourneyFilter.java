package dev.wayfare.runtime;

import dev.wayfare.http.Mistakes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which journeys somebody looks for.
///
/// @param begunOn the kinds of a first turn that belong to the channel; empty for every one
record JourneyFilter(
    Optional<UUID> release,
    List<String> begunOn,
    Optional<String> standing,
    Optional<Contact> contact,
    boolean errors,
    Optional<Instant> from,
    Optional<Instant> until) {
  private static final List<String> STANDINGS = List.of("open", "ended", "expired");
  private static final Map<String, List<String>> CHANNELS = channels();
  private static final Pattern ID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  /// As it is asked for in an address.
  record Wish(
      @Nullable String release,
      @Nullable String channel,
      @Nullable String status,
      @Nullable String contact,
      @Nullable String errors,
      @Nullable String from,
      @Nullable String until) {}

  /// Whom a journey is with, by as much as somebody knows of it.
  sealed interface Contact {
    /// The journey's own id.
    record Id(UUID id) implements Contact {}

    /// How the number begins, with its `+`.
    record NumberBegins(String digits) implements Contact {}

    /// Digits from somewhere in the number.
    record NumberHas(String digits) implements Contact {}

    /// A part of the email address.
    record Email(String part) implements Contact {}

    static Contact of(String written) {
      var word = written.strip().toLowerCase(Locale.ROOT);
      if (ID.matcher(word).matches()) {
        return new Id(UUID.fromString(word));
      }
      var digits = word.replaceAll("[ ()./-]", "");
      if (digits.matches("\\+\\d+")) {
        return new NumberBegins(digits);
      }
      return digits.matches("\\d+") ? new NumberHas(digits) : new Email(word);
    }
  }

  static JourneyFilter read(Wish wish, Mistakes mistakes) {
    return new JourneyFilter(
        given(wish.release()).flatMap(it -> id(it, mistakes)),
        given(wish.channel())
            .map(it -> choice("channel", it, List.copyOf(CHANNELS.keySet()), mistakes))
            .map(it -> CHANNELS.getOrDefault(it, List.of()))
            .orElse(List.of()),
        given(wish.status()).map(it -> choice("status", it, STANDINGS, mistakes)),
        given(wish.contact()).map(Contact::of),
        given(wish.errors())
            .map(it -> choice("errors", it, List.of("true", "false"), mistakes))
            .equals(Optional.of("true")),
        mistakes.moment("from", given(wish.from()).orElse(null)),
        mistakes.moment("until", given(wish.until()).orElse(null)));
  }

  /// What stands in a field of an address, if anything does.
  static Optional<String> given(@Nullable String written) {
    return Optional.ofNullable(written).filter(it -> !it.isBlank());
  }

  private static Optional<UUID> id(String written, Mistakes mistakes) {
    if (ID.matcher(written).matches()) {
      return Optional.of(UUID.fromString(written));
    }
    mistakes.add("value_unexpected", "release", "Expected the id of a release.", "");
    return Optional.empty();
  }

  private static String choice(
      String path, String written, List<String> choices, Mistakes mistakes) {
    if (!choices.contains(written)) {
      mistakes.add(
          "value_unexpected",
          path,
          "Expected one of %s, found \"%s\".".formatted(String.join(", ", choices), written),
          "");
    }
    return written;
  }

  private static Map<String, List<String>> channels() {
    var channels = new LinkedHashMap<String, List<String>>();
    channels.put("web", List.of("visit", "page"));
    channels.put("text", List.of("text"));
    channels.put("call", List.of("call"));
    channels.put("api", List.of("request"));
    channels.put("schedule", List.of("schedule"));
    return channels;
  }
}
