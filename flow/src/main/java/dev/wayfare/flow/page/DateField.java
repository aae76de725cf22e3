package dev.wayfare.flow.page;

import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.shape.Fields;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A day. View: attributes `min`, `max` (`2026-12-24`), `weekdays` (`mon,tue`), `autocomplete`.
public record DateField(
    Question question,
    Optional<Expression> min,
    Optional<Expression> max,
    List<String> weekdays,
    String autocomplete)
    implements Asked {
  static final ControlType TYPE =
      new ControlType(
          "date",
          ControlType.ASKING,
          "Asks for a day.",
          """
          type: date
          id: day
          label: "Which day suits you?"
          required: true
          min: "addDays(date(now), 1)"
          weekdays: [mon, tue, wed, thu, fri]
          """,
          DateField::new);

  DateField(Fields in, Setting setting) {
    this(
        Question.of(in, setting, Type.DATE, false),
        in.maybeExpression("min", Type.DATE, "The first day that can be chosen."),
        in.maybeExpression("max", Type.DATE, "The last day that can be chosen."),
        in.words("weekdays", "The days of the week that can be chosen: `mon` to `sun`."),
        in.word("autocomplete", "", "What the browser may fill in, as HTML calls it: `bday`."));
    for (var weekday : weekdays) {
      if (Stream.of(DayOfWeek.values()).noneMatch(day -> word(day).equals(weekday))) {
        in.problem(
            Problem.Code.FIELD_WRONG,
            "weekdays",
            "\"" + weekday + "\" is not a day of the week.",
            "Use mon, tue, wed, thu, fri, sat or sun.");
      }
    }
  }

  @Override
  public Type type() {
    return Type.DATE;
  }

  @Override
  public Answer read(Spot spot) {
    var typed = spot.typed();
    if (typed.isEmpty()) {
      return Answer.NOTHING;
    }
    var day = Dates.read(typed);
    if (day.isEmpty()) {
      return Answer.wrong(Dates.ambiguous(typed) ? PageTexts.DATE_AMBIGUOUS : PageTexts.DATE);
    }
    return judge(day.get(), bound(spot, min), bound(spot, max));
  }

  private Answer judge(LocalDate day, Optional<LocalDate> first, Optional<LocalDate> last) {
    if (first.isPresent() && day.isBefore(first.get())) {
      return Answer.wrong(PageTexts.dayFrom(first.get()));
    }
    if (last.isPresent() && day.isAfter(last.get())) {
      return Answer.wrong(PageTexts.dayTo(last.get()));
    }
    return weekdays.isEmpty() || weekdays.contains(word(day.getDayOfWeek()))
        ? Answer.given(day.toString())
        : Answer.wrong(PageTexts.weekdays(names()));
  }

  /// A bound that is empty bounds nothing.
  private static Optional<LocalDate> bound(Spot spot, Optional<Expression> bound) {
    return bound.flatMap(it -> Dates.read(spot.sight().value(it).toString()));
  }

  private String names() {
    return Stream.of(DayOfWeek.values())
        .filter(day -> weekdays.contains(word(day)))
        .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
        .collect(Collectors.joining(", "));
  }

  private static String word(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }

  @Override
  public ControlView view(Spot spot) {
    return spot.asked(
        "date",
        question,
        Plain.attributes(
            "min", bound(spot, min).map(LocalDate::toString).orElse(""),
            "max", bound(spot, max).map(LocalDate::toString).orElse(""),
            "weekdays", String.join(",", weekdays),
            "autocomplete", autocomplete));
  }
}
