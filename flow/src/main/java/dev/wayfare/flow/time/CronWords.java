package dev.wayfare.flow.time;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/// Says a cron line in plain English.
final class CronWords {
  private static final int CLOCK_TIMES = 6;

  private final Cron cron;
  private final CronField minute;
  private final CronField hour;

  CronWords(Cron cron) {
    this.cron = cron;
    minute = cron.minute();
    hour = cron.hour();
  }

  String all() {
    return times() + days();
  }

  /// The months, as a list.
  String months(String joint) {
    return list(runs(cron.month().values(), CronWords::month), joint);
  }

  private String times() {
    var minutes = minute.values();
    if (minute.any()) {
      return "every minute" + hours();
    }
    if (minute.every() > 0 && 60 % minute.every() == 0) {
      return "every " + minute.every() + " minutes" + hours();
    }
    if (!hour.any() && hour.values().size() * minutes.size() <= CLOCK_TIMES && !evenHours()) {
      return "at " + list(clockTimes(), "and");
    }
    if (minutes.size() == 1 && !hour.any() && !evenHours() && oneRun(hour.values())) {
      return "every hour from %s to %s"
          .formatted(
              clock(hour.values().getFirst(), minutes.getFirst()),
              clock(hour.values().getLast(), minutes.getFirst()));
    }
    return pastTheHour(minutes);
  }

  private String pastTheHour(List<Integer> minutes) {
    if (minutes.equals(List.of(0)) && (hour.any() || evenHours())) {
      return hour.any() ? "every hour" : "every " + hour.every() + " hours";
    }
    var past =
        "at %s %s past"
            .formatted(
                list(minutes.stream().map(String::valueOf).toList(), "and"),
                minutes.equals(List.of(1)) ? "minute" : "minutes");
    if (hour.any()) {
      return past + " every hour";
    }
    return evenHours()
        ? past + " every " + ordinal(hour.every()) + " hour"
        : past + " the hours " + list(runs(hour.values(), String::valueOf), "and");
  }

  /// The hours in which something happens several times.
  private String hours() {
    if (hour.any()) {
      return "";
    }
    var hours = hour.values();
    if (oneRun(hours)) {
      return " from %s to %s"
          .formatted(clock(hours.getFirst(), 0), clock(hours.getLast(), minute.values().getLast()));
    }
    return evenHours()
        ? " of every " + ordinal(hour.every()) + " hour"
        : " in the hours " + list(runs(hours, String::valueOf), "and");
  }

  private boolean evenHours() {
    return hour.every() > 1 && 24 % hour.every() == 0;
  }

  private List<String> clockTimes() {
    var times = new ArrayList<String>();
    hour.values().forEach(h -> minute.values().forEach(m -> times.add(clock(h, m))));
    return times;
  }

  private String days() {
    var anyDay = cron.day().any();
    var anyWeekday = cron.weekday().any();
    if (cron.eitherDay() && !anyDay && !anyWeekday) {
      return " " + dates() + " and also" + weekdays();
    }
    // one of two that is enough, and always fits
    if (cron.eitherDay() || anyDay && anyWeekday) {
      return everyDay();
    }
    if (anyDay) {
      return comma() + weekdays().strip() + inMonths();
    }
    return anyWeekday
        ? " " + dates()
        : " " + dates() + " that is a " + list(names(cron.weekday()), "or");
  }

  private String everyDay() {
    if (!cron.month().any()) {
      return ", every day" + inMonths();
    }
    return times().startsWith("at ") && !times().contains(" past ") ? " every day" : "";
  }

  private String inMonths() {
    if (cron.month().any()) {
      return "";
    }
    return (oneRun(cron.month().values()) && months("and").contains(" to ") ? " from " : " in ")
        + months("and");
  }

  private String comma() {
    return weekdays().startsWith(" on") ? " " : ", ";
  }

  private String weekdays() {
    var days = runs(weekdayValues(cron.weekday()), CronWords::weekday);
    var listed = list(days, "and");
    return (listed.contains(" to ") ? " " : " on ") + listed;
  }

  private String dates() {
    var of = cron.month().any() ? " of the month" : " of " + months("and");
    var every = cron.day().every();
    return every > 1
        ? "on every " + ordinal(every) + " day from the 1st" + of
        : "on the " + list(runs(cron.day().values(), CronWords::ordinal), "and") + of;
  }

  private static List<String> names(CronField weekday) {
    return weekdayValues(weekday).stream().map(CronWords::weekday).toList();
  }

  /// Monday first.
  private static List<Integer> weekdayValues(CronField weekday) {
    return weekday.values().stream().map(day -> day == 0 ? 7 : day).sorted().toList();
  }

  private static boolean oneRun(List<Integer> values) {
    return values.getLast() - values.getFirst() == values.size() - 1;
  }

  /// Three or more values in a row as `first to last`, all others alone.
  private static List<String> runs(List<Integer> values, IntFunction<String> word) {
    var words = new ArrayList<String>();
    for (int i = 0; i < values.size(); ) {
      int end = i;
      while (end + 1 < values.size() && values.get(end + 1) == values.get(end) + 1) {
        end++;
      }
      var first = word.apply(values.get(i));
      if (end - i < 2) {
        words.add(first);
        i++;
      } else {
        words.add(first + " to " + word.apply(values.get(end)));
        i = end + 1;
      }
    }
    return words;
  }

  static String list(List<String> words, String joint) {
    return words.size() == 1
        ? words.getFirst()
        : String.join(", ", words.subList(0, words.size() - 1))
            + " "
            + joint
            + " "
            + words.getLast();
  }

  private static String clock(int hour, int minute) {
    return String.format(Locale.ROOT, "%02d:%02d", hour, minute);
  }

  private static String month(int month) {
    return Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String weekday(int day) {
    return DayOfWeek.of(day).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String ordinal(int number) {
    var teen = number % 100 / 10 == 1;
    return number
        + switch (teen ? 0 : number % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
  }
}
