package dev.wayfare.flow.request;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The formats of texts a payload's schema may name. `phone` is ours: E.164.
record Formats(String word, String words, Predicate<String> test) {
  private static final List<Formats> ALL =
      List.of(
          new Formats("date", "a date like 2026-11-23", parsed(LocalDate::parse)),
          new Formats(
              "date-time", "a moment like 2026-11-23T09:30:00Z", parsed(OffsetDateTime::parse)),
          new Formats(
              "time", "a time like 09:30", matching("([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?")),
          new Formats(
              "email", "an email address", matching("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+")),
          new Formats("uri", "a URL beginning with https://", matching("https?://[^\\s]+")),
          new Formats(
              "uuid", "a UUID", matching("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")),
          new Formats("phone", "a phone number like +15550100123", matching("\\+[1-9]\\d{6,14}")));

  static final String NAMES = ALL.stream().map(Formats::word).collect(Collectors.joining(", "));

  static Optional<Formats> of(String word) {
    return ALL.stream().filter(each -> each.word.equals(word)).findFirst();
  }

  boolean fits(String text) {
    return text.length() <= 2_000 && test.test(text);
  }

  private static Predicate<String> matching(String pattern) {
    var form = Pattern.compile(pattern);
    return text -> form.matcher(text).matches();
  }

  private interface Parser {
    Object parse(String text);
  }

  private static Predicate<String> parsed(Parser parser) {
    return text -> {
      try {
        parser.parse(text);
        return true;
      } catch (DateTimeException notOne) {
        return false;
      }
    };
  }
}
