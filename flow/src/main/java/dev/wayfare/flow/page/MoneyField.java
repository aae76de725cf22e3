package dev.wayfare.flow.page;

import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.shape.Fields;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An amount of money, `{amount, currency}`. View: attributes `currency`, `min`, `max`, `step`.
public record MoneyField(
    Question question, String currency, Optional<Object> min, Optional<Object> max)
    implements Asked {
  static final ControlType TYPE =
      new ControlType(
          "money",
          ControlType.ASKING,
          "Asks for an amount of money in one currency.",
          "{type: money, id: damage, label: \"What did it cost?\", currency: EUR, min: 1}",
          MoneyField::new);

  MoneyField(Fields in, Setting setting) {
    this(
        Question.of(in, setting, Type.MONEY, false),
        in.word("currency", "The currency's three letters (ISO 4217)."),
        in.maybeValue("min", Type.NUMBER, "The least."),
        in.maybeValue("max", Type.NUMBER, "The most."));
    if (known(currency).isEmpty()) {
      in.problem(
          Problem.Code.FIELD_WRONG,
          "currency",
          "\"" + currency + "\" is not a currency.",
          "Use three capital letters, like EUR or USD.");
    }
  }

  private static Optional<Currency> known(String code) {
    try {
      return Optional.of(Currency.getInstance(code));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private int decimals() {
    return known(currency).map(it -> Math.max(0, it.getDefaultFractionDigits())).orElse(2);
  }

  private NumberField amount() {
    return new NumberField(question, min, max, decimals(), "");
  }

  @Override
  public Type type() {
    return Type.MONEY;
  }

  @Override
  public Answer read(Spot spot) {
    if (!spot.typed().isEmpty()
        && Numbers.read(spot.typed()).isEmpty()
        && !Numbers.ambiguous(spot.typed())) {
      return Answer.wrong(PageTexts.MONEY);
    }
    return amount().read(spot) instanceof Answer.Given(var amount)
        ? Answer.given(Values.object("amount", amount, "currency", currency))
        : amount().read(spot);
  }

  @Override
  public void write(Object value, String path, Map<String, List<String>> draft) {
    if (value instanceof Map<?, ?> money && money.get("amount") instanceof Number amount) {
      draft.put(path, List.of(Values.show(amount)));
    }
  }

  @Override
  public ControlView view(Spot spot) {
    return spot.asked(
        "money",
        question,
        Plain.attributes(
            "currency", currency,
            "min", min.map(Values::show).orElse(""),
            "max", max.map(Values::show).orElse(""),
            "step", NumberField.step(decimals())));
  }
}
