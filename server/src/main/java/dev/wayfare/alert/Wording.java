package dev.wayfare.alert;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// A message in plain English, for whoever is woken by it.
final class Wording {
  private static final int LONGEST_WORD = 100;
  private static final int LONGEST_TEXT = 500;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Wording() {}

  /// One line: what, where, and whether it is over.
  static String title(Message message) {
    if (message.news() == News.TEST) {
      return "Test of a Wayfare notifier";
    }
    var over = message.news() == News.RECOVERED ? "Recovered: " : "";
    var what =
        message.kind().title() + (message.code().isEmpty() ? "" : " " + word(message.code()));
    var where =
        message.app().isEmpty() ? "" : " in %s, %s".formatted(app(message), profile(message));
    return over + what + where;
  }

  /// Why it is told now.
  static String news(Message message) {
    return switch (message.news()) {
      case NEW ->
          message.firstVersion() > 0
              ? "New since v%d. Seen %s.".formatted(message.firstVersion(), times(message.count()))
              : "Seen %s.".formatted(times(message.count()));
      case CAME_BACK ->
          "Came back%s after it had recovered. Seen %s."
              .formatted(
                  message.version() > 0 ? " on v" + message.version() : "", times(message.count()));
      case AGAIN -> "Seen again, %s.".formatted(times(message.count()));
      case MORE ->
          "%s more in the last %d minutes."
              .formatted(number(message.count()), Grouping.WINDOW.toMinutes());
      case RECOVERED ->
          message.kind().quietIsGood()
              ? "Not seen for %d minutes. Seen %s in all."
                  .formatted(Grouping.QUIET.toMinutes(), times(message.total()))
              : "It is over.";
      case TEST -> "";
    };
  }

  /// The facts, each under its name. A test has none.
  static Map<String, String> facts(Message message) {
    var facts = new LinkedHashMap<String, String>();
    if (message.news() == News.TEST) {
      return facts;
    }
    if (!message.app().isEmpty()) {
      facts.put("App", app(message));
      facts.put("Profile", profile(message));
    }
    if (message.version() > 0) {
      facts.put("Version", "v%d, release #%d".formatted(message.version(), message.release()));
    }
    if (!message.step().isEmpty()) {
      facts.put("Step", word(message.step()) + " of " + word(message.flow()));
    }
    facts.put("First seen", TIME.format(message.firstSeen()));
    facts.put("Last seen", TIME.format(message.lastSeen()));
    return facts;
  }

  static String text(Message message) {
    return clip(message.text(), LONGEST_TEXT);
  }

  static String clip(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  private static String times(long count) {
    return count == 1 ? "once" : number(count) + " times";
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String app(Message message) {
    return word(message.app());
  }

  private static String profile(Message message) {
    return word(message.profile());
  }

  private static String word(String word) {
    return clip(word, LONGEST_WORD);
  }
}
