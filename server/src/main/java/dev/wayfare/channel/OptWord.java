package dev.wayfare.channel;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The words by which people leave and come back, as carriers know them.
///
/// They count only as a whole message. START includes a bare "yes", which means something only for
/// people who have left before: everybody else is simply answering a question.
public enum OptWord {
  STOP,
  START,
  HELP;

  private static final int LONGEST = 24;

  private static final Map<String, OptWord> WORDS =
      Map.ofEntries(
          Map.entry("STOP", STOP),
          Map.entry("STOPALL", STOP),
          Map.entry("UNSUBSCRIBE", STOP),
          Map.entry("CANCEL", STOP),
          Map.entry("END", STOP),
          Map.entry("QUIT", STOP),
          Map.entry("OPTOUT", STOP),
          Map.entry("REVOKE", STOP),
          Map.entry("START", START),
          Map.entry("YES", START),
          Map.entry("UNSTOP", START),
          Map.entry("HELP", HELP),
          Map.entry("INFO", HELP));

  /// All that mean this, in capitals.
  public static Set<String> words(OptWord meaning) {
    return WORDS.entrySet().stream()
        .filter(word -> word.getValue() == meaning)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /// The word that this message is, ignoring case and whatever stands around it that is no letter
  /// or digit.
  public static Optional<OptWord> of(String body) {
    var start = 0;
    var end = body.length();
    while (start < end && !Character.isLetterOrDigit(body.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetterOrDigit(body.charAt(end - 1))) {
      end--;
    }
    if (start == end || end - start > LONGEST) {
      return Optional.empty();
    }
    return Optional.ofNullable(WORDS.get(body.substring(start, end).toUpperCase(Locale.ROOT)));
  }
}
