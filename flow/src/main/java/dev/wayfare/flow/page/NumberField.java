package dev.wayfare.flow.page;

import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.shape.Fields;
import java.util.Optional;

/// A number. View: attributes `min`, `max`, `step` (`1` or `0.01`), `whole`
/// (`true`), `unit`.
public record NumberField(
    Question question, Optional<Object> min, Optional<Object> max, int decimals, String unit)
    implements Asked {
  private static final double LARGEST = 1e15;

  static final ControlType TYPE =
      new ControlType(
          "number",
          ControlType.ASKING,
          "Asks for a number.",
          "{type: number, id: parcels, label: \"How many parcels?\", min: 1, max: 20, decimals: 0}",
          NumberField::new);

  NumberField(Fields in, Setting setting) {
    this(
        Question.of(in, setting, Type.NUMBER, false),
        in.maybeValue("min", Type.NUMBER, "The least."),
        in.maybeValue("max", Type.NUMBER, "The most."),
        in.count("decimals", 2, 0, 6, "How many decimals it may have."),
        in.word("unit", "", "What is counted, behind the field: kg, days."));
  }

  @Override
  public Type type() {
    return Type.NUMBER;
  }

  @Override
  public Answer read(Spot spot) {
    var typed = spot.typed();
    if (typed.isEmpty()) {
      return Answer.NOTHING;
    }
    var number = Numbers.read(typed);
    if (number.isEmpty()) {
      return Answer.wrong(none(typed));
    }
    if (Numbers.decimals(number.get()) > decimals) {
      return Answer.wrong(PageTexts.decimals(decimals));
    }
    var value = number.get().doubleValue();
    var least = bound(min, -LARGEST);
    var most = bound(max, LARGEST);
    if (value < least) {
      return Answer.wrong(PageTexts.least(least));
    }
    return value > most ? Answer.wrong(PageTexts.most(most)) : Answer.given(value + 0d);
  }

  private String none(String typed) {
    if (Numbers.ambiguous(typed)) {
      return PageTexts.NUMBER_AMBIGUOUS;
    }
    return decimals == 0 ? PageTexts.decimals(0) : PageTexts.NUMBER;
  }

  private static double bound(Optional<Object> bound, double otherwise) {
    return bound.orElse(otherwise) instanceof Number number ? number.doubleValue() : otherwise;
  }

  @Override
  public ControlView view(Spot spot) {
    return spot.asked(
        "number",
        question,
        Plain.attributes(
            "min", min.map(Values::show).orElse(""),
            "max", max.map(Values::show).orElse(""),
            "step", step(decimals),
            "whole", decimals == 0 ? "true" : "",
            "unit", unit));
  }

  static String step(int decimals) {
    return decimals == 0 ? "1" : "0." + "0".repeat(decimals - 1) + "1";
  }
}
