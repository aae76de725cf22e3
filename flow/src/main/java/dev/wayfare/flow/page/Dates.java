package dev.wayfare.flow.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Days as browsers send them (`2026-12-24`) and as people write them: `24.12.2026`, `24 December
/// 2026`, `December 24, 2026`, and `12/24/2026` either way round where only one reading is a day.
final class Dates {
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern DOTS = Pattern.compile("(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4})");
  private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|\\.)? (\\p{Alpha}{3,9})\\.?,? (\\d{4})");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(\\p{Alpha}{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> MONTH_NAMES =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private Dates() {}

  static Optional<LocalDate> read(String typed) {
    Matcher m = ISO.matcher(typed);
    if (m.matches()) {
      return day(m.group(1), number(m.group(2)), m.group(3));
    }
    m = DOTS.matcher(typed);
    if (m.matches()) {
      return day(m.group(3), number(m.group(2)), m.group(1));
    }
    m = DAY_FIRST.matcher(typed);
    if (m.matches()) {
      return day(m.group(3), month(m.group(2)), m.group(1));
    }
    m = MONTH_FIRST.matcher(typed);
    if (m.matches()) {
      return day(m.group(3), month(m.group(1)), m.group(2));
    }
    m = SLASHES.matcher(typed);
    if (m.matches()) {
      var dayFirst = day(m.group(3), number(m.group(2)), m.group(1));
      var monthFirst = day(m.group(3), number(m.group(1)), m.group(2));
      return dayFirst.isEmpty() || dayFirst.equals(monthFirst)
          ? monthFirst
          : monthFirst.isEmpty() ? dayFirst : Optional.empty();
    }
    return Optional.empty();
  }

  /// Whether day and month could be mixed up.
  static boolean ambiguous(String typed) {
    var m = SLASHES.matcher(typed);
    return m.matches()
        && read(typed).isEmpty()
        && day(m.group(3), number(m.group(1)), m.group(2)).isPresent();
  }

  private static int month(String word) {
    var name = word.toLowerCase(Locale.ROOT);
    var whole = MONTH_NAMES.indexOf(name);
    return 1 + (whole >= 0 ? whole : MONTHS.indexOf(name.equals("sept") ? "sep" : name));
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static Optional<LocalDate> day(String year, int month, String day) {
    try {
      return Optional.of(LocalDate.of(number(year), month, number(day)))
          .filter(it -> it.getYear() > 0);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
