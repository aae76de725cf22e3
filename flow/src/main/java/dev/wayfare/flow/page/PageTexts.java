package dev.wayfare.flow.page;

import dev.wayfare.flow.Values;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Every sentence a page says by itself, in one place, so that there can be other languages.
///
/// A sentence says what is expected; it never repeats what was typed.
public final class PageTexts {
  public static final String CONTINUE = "Continue";
  public static final String ALREADY_ANSWERED =
      "That page was already answered; here is where you are.";
  public static final String TOO_MUCH =
      "That is more text than this page can take. Please shorten it.";
  static final String ADD = "Add another";
  static final String REMOVE = "Remove";

  static final String ENTER = "Enter an answer";
  static final String CHOOSE = "Choose an answer";
  static final String CHOOSE_ONE = "Choose one of the options";
  static final String TICK = "Tick the box to go on";
  static final String ADD_FILE = "Add a file";
  static final String SIGN = "Sign with your full name";
  static final String CHECK = "Check this answer";

  static final String NUMBER = "Enter a number like 12.5";
  static final String NUMBER_AMBIGUOUS = "Write the number without a separator for thousands";
  static final String MONEY = "Enter an amount like 12.50";
  static final String DATE = "Enter a date like 24 December 2026";
  static final String DATE_AMBIGUOUS =
      "Write the month as a word, like 4 December 2026, so that day and month cannot be mixed up";
  static final String TIME = "Enter a time like 9:30 or 14:05";
  static final String EMAIL = "Enter an email address like name@example.com";
  static final String FILE = "One of the files did not arrive. Add it again";
  static final String DRAWING = "The drawing could not be read. Please draw it again";

  static final String STREET = "Street and number";
  static final String POSTAL_CODE = "Postal code";
  static final String CITY = "Town or city";
  static final String COUNTRY = "Country";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private PageTexts() {}

  static String longest(int most) {
    return "Use at most " + most + " characters";
  }

  static String shortest(int least) {
    return "Use at least " + least + " characters";
  }

  static String least(double least) {
    return "Enter " + Values.show(least) + " or more";
  }

  static String most(double most) {
    return "Enter " + Values.show(most) + " or less";
  }

  static String decimals(int decimals) {
    return decimals == 0
        ? "Enter a whole number"
        : "Use at most " + decimals + plural(decimals, " decimal", " decimals");
  }

  static String dayFrom(LocalDate least) {
    return "Choose " + DAY.format(least) + " or later";
  }

  static String dayTo(LocalDate most) {
    return "Choose " + DAY.format(most) + " or earlier";
  }

  static String weekdays(String names) {
    return "Choose one of these days of the week: " + names;
  }

  static String timeFrom(String least) {
    return "Choose " + least + " or later";
  }

  static String timeTo(String most) {
    return "Choose " + most + " or earlier";
  }

  static String timeStep(int minutes) {
    return "Choose a time in steps of " + minutes + plural(minutes, " minute", " minutes");
  }

  static String phone(String example) {
    return "Enter a phone number like " + example;
  }

  static String chooseLeast(int least) {
    return "Choose at least " + least;
  }

  static String chooseMost(int most) {
    return "Choose at most " + most;
  }

  static String itemsLeast(int least) {
    return "Add at least " + least;
  }

  static String filesMost(int most) {
    return "Add at most " + most + plural(most, " file", " files");
  }

  static String fileTypes(String types) {
    return "Choose files of these types: " + types;
  }

  static String fileSize(int megabytes) {
    return "Choose files of at most " + megabytes + " MB each";
  }

  static String rating(int most) {
    return "Choose from 1 to " + most;
  }

  static String missing(String label) {
    return "Enter: " + label;
  }

  private static String plural(int count, String one, String many) {
    return count == 1 ? one : many;
  }
}
