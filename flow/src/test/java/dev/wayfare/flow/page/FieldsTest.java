package dev.wayfare.flow.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Controls with one field: what is taken, what is refused, and with which words.
class FieldsTest {
  private static final String NUMBER =
      "- {type: number, id: x, label: \"X\", min: -5, max: 20000, decimals: 3}";
  private static final String DATE =
      """
      - type: date
        id: x
        label: "X"
        min: "addDays(date(now), 1)"
        max: "'2027-06-30'"
        weekdays: [mon, tue, wed, thu, fri]
      """;
  private static final String TIME =
      "- {type: time, id: x, label: \"X\", min: \"08:00\", max: \"18:00\", step: 30}";

  private static Object given(String control, String typed) {
    return Visitor.asked(control).send("x", typed).value("x");
  }

  private static String refused(String control, String typed) {
    var visitor = Visitor.asked(control).send("x", typed);
    assertThat(visitor.variable("x")).isEmpty();
    assertThat(visitor.page().refused()).isTrue();
    assertThat(visitor.control("x").value().strip()).isEqualTo(typed.strip());
    return visitor.error("x");
  }

  @Test
  void aLineOfTextIsStrippedAndStaysOneLine() {
    var control =
        "- {type: text_field, id: x, label: \"X\", required: true, shortest: 2, longest: 5}";
    assertThat(given(control, "  ab\r\ncd ")).isEqualTo("ab cd");
    assertThat(given(control, "🦊🦊🦊🦊🦊")).isEqualTo("🦊🦊🦊🦊🦊");
    assertThat(refused(control, "abcdef")).isEqualTo("Use at most 5 characters");
    assertThat(refused(control, "a")).isEqualTo("Use at least 2 characters");
    assertThat(refused(control, " ")).isEqualTo("Enter an answer");
  }

  @Test
  void signsNoStoreCanKeepAreLeftOut() {
    var control = "- {type: text_field, id: x, label: \"X\"}";
    assertThat(given(control, "a\u0000b\u001b[31mc\ud800d")).isEqualTo("ab[31mcd");
    assertThat(given(control, "e\u0301")).isEqualTo("\u00e9");
    assertThat(given(control, "<script>{{ contact.phone }}</script>"))
        .isEqualTo("<script>{{ contact.phone }}</script>");
  }

  @Test
  void aLongTextKeepsItsLines() {
    assertThat(given("- {type: long_text, id: x, label: \"X\"}", "a\r\nb\rc")).isEqualTo("a\nb\nc");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12|12",
        "-4.5|-4.5",
        "1,234.5|1234.5",
        "1.234,5|1234.5",
        "1234,5|1234.5",
        "1 234,5|1234.5",
        "1'234|1234",
        "0,125|0.125",
        "1.234|1.234",
        ".5|0.5",
        "+7|7",
        "−3|-3",
        "١٢|12",
        "12.5000|12.5",
      })
  void aNumberIsReadAsItIsWritten(String typed, double value) {
    assertThat(given(NUMBER, typed)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,234|Write the number without a separator for thousands",
        "twelve|Enter a number like 12.5",
        "1e5|Enter a number like 12.5",
        "NaN|Enter a number like 12.5",
        "Infinity|Enter a number like 12.5",
        "1,23,4.5|Enter a number like 12.5",
        "99999999999999999999999999999999999999999|Enter a number like 12.5",
        "1.2345|Use at most 3 decimals",
        "-6|Enter -5 or more",
        "20001|Enter 20000 or less",
      })
  void aNumberThatIsNoneIsRefused(String typed, String message) {
    assertThat(refused(NUMBER, typed)).isEqualTo(message);
  }

  @Test
  void aWholeNumberHasNoDecimals() {
    assertThat(refused("- {type: number, id: x, label: \"X\", decimals: 0}", "1.5"))
        .isEqualTo("Enter a whole number");
  }

  @Test
  void moneyHasTheCurrencyOfItsControlAndItsDecimals() {
    var control = "- {type: money, id: x, label: \"X\", currency: EUR, min: 1}";
    assertThat(given(control, "1.234,50")).isEqualTo(Map.of("amount", 1234.5, "currency", "EUR"));
    assertThat(refused(control, "12.345")).isEqualTo("Use at most 2 decimals");
    assertThat(refused(control, "0.5")).isEqualTo("Enter 1 or more");
    assertThat(refused(control, "12 €")).isEqualTo("Enter an amount like 12.50");
    assertThat(refused("- {type: money, id: x, label: \"X\", currency: JPY}", "12.5"))
        .isEqualTo("Enter a whole number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-12-24",
        "24.12.2026",
        "24. 12. 2026",
        "24/12/2026",
        "12/24/2026",
        "24 December 2026",
        "24th Dec 2026",
        "December 24, 2026",
        "dec 24 2026",
      })
  void aDayIsReadAsItIsWritten(String typed) {
    assertThat(given(DATE, typed)).isEqualTo("2026-12-24");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-23|Choose 24 November 2026 or later",
        "2027-07-01|Choose 30 June 2027 or earlier",
        "2026-12-26|'Choose one of these days of the week: Monday, Tuesday, Wednesday, Thursday, Friday'",
        "04/12/2026|'Write the month as a word, like 4 December 2026, so that day and month cannot be mixed up'",
        "31.02.2027|Enter a date like 24 December 2026",
        "24 Smarch 2026|Enter a date like 24 December 2026",
        "24.12.26|Enter a date like 24 December 2026",
        "tomorrow|Enter a date like 24 December 2026",
        "99999-12-24|Enter a date like 24 December 2026",
      })
  void aDayThatCannotBeIsRefused(String typed, String message) {
    assertThat(refused(DATE, typed)).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource({
    "09:30,09:30",
    "9.30,09:30",
    "9:30 am,09:30",
    "9 AM,09:00",
    "5 p.m.,17:00",
    "12pm,12:00",
    "17:00:00,17:00"
  })
  void aTimeIsReadAsItIsWritten(String typed, String value) {
    assertThat(given(TIME, typed)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "07:30,Choose 08:00 or later",
    "18:30,Choose 18:00 or earlier",
    "09:10,Choose a time in steps of 30 minutes",
    "25:00,Enter a time like 9:30 or 14:05",
    "13 pm,Enter a time like 9:30 or 14:05",
    "9,Enter a time like 9:30 or 14:05",
    "noon,Enter a time like 9:30 or 14:05"
  })
  void aTimeThatCannotBeIsRefused(String typed, String message) {
    assertThat(refused(TIME, typed)).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource({
    "Ada.L+x@Example.COM,Ada.L+x@example.com",
    "ünal@bücher.example,ünal@xn--bcher-kva.example",
    "a@b.co,a@b.co"
  })
  void anEmailAddressIsTaken(String typed, String value) {
    assertThat(given("- {type: email, id: x, label: \"X\"}", typed)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada",
        "ada@",
        "@example.com",
        "ada@localhost",
        "ada@example..com",
        ".ada@example.com",
        "ada@exa mple.com",
        "a@b.com, c@d.com",
        "<ada@example.com>",
        "ada@example.com\nBcc: all@example.com",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.com",
      })
  void whatIsNoEmailAddressIsRefused(String typed) {
    assertThat(refused("- {type: email, id: x, label: \"X\"}", typed))
        .isEqualTo("Enter an email address like name@example.com");
  }

  @Test
  void aPhoneNumberIsKeptAsEverybodyDialsIt() {
    var german = "- {type: phone, id: x, label: \"X\", region: DE}";
    assertThat(given(german, "0151 234-567 89")).isEqualTo("+4915123456789");
    assertThat(given(german, "+1 (555) 010-0123")).isEqualTo("+15550100123");
    assertThat(refused(german, "12")).startsWith("Enter a phone number like +49");
    assertThat(refused(german, "call me")).startsWith("Enter a phone number like +49");
    assertThat(refused(german, "0151 23456789 ext. 5")).startsWith("Enter a phone number like");
  }

  @Test
  void aCheckboxIsYesOrNo() {
    var control = "- {type: checkbox, id: x, label: \"X\"}";
    assertThat(given(control, "true")).isEqualTo(true);
    assertThat(Visitor.asked(control).send().value("x")).isEqualTo(false);
    assertThat(given(control, "<script>")).isEqualTo(false);
    assertThat(refused("- {type: checkbox, id: x, label: \"X\", required: true}", ""))
        .isEqualTo("Tick the box to go on");
  }

  @Test
  void aConsentKeepsTheWordsAndTheMoment() {
    var control =
        """
        - {type: text_field, id: order, label: "Order"}
        - {type: consent, id: x, label: "I agree", statement: "Share **order {{ order }}**"}
        """;
    var visitor = Visitor.asked(control).send("order", "A1");
    assertThat(visitor.error("x")).isEqualTo("Tick the box to go on");
    assertThat(visitor.control("x").help()).isEqualTo("Share **order A1**");
    assertThat(visitor.send("order", "A1", "x", "true").value("x"))
        .isEqualTo(
            Map.of(
                "given", true,
                "statement", "Share **order A1**",
                "at", "2026-11-23T09:30:00Z"));
  }

  @Test
  void aConsentNotGivenSaysSo() {
    var control = "- {type: consent, id: x, label: \"Yes\", statement: \"S\", required: false}";
    assertThat(Visitor.asked(control).send().value("x"))
        .isEqualTo(Map.of("given", false, "statement", "", "at", ""));
  }

  @Test
  void aRatingIsOneOfItsStars() {
    var control = "- {type: rating, id: x, label: \"X\", required: true}";
    assertThat(given(control, "5")).isEqualTo(5d);
    for (var typed : List.of("0", "6", "4.5", "five", "05")) {
      assertThat(refused(control, typed)).isEqualTo("Choose from 1 to 5");
    }
    assertThat(refused(control, "")).isEqualTo("Choose from 1 to 5");
  }
}
