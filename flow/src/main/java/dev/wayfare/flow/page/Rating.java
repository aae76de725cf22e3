package dev.wayfare.flow.page;

import dev.wayfare.flow.Type;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.page.ControlView.OptionView;
import dev.wayfare.flow.shape.Fields;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A number of stars. View: the options `1` to `most`; attributes `most`, and `low` and `high`, the
/// words at the two ends.
public record Rating(Question question, int most, Optional<Template> low, Optional<Template> high)
    implements Asked {
  static final ControlType TYPE =
      new ControlType(
          "rating",
          ControlType.ASKING,
          "Asks how good something was, from 1 up.",
          "{type: rating, id: stars, label: \"How did we do?\", low: \"Badly\", high: \"Very well\"}",
          Rating::new);

  Rating(Fields in, Setting setting) {
    this(
        Question.of(in, setting, Type.NUMBER, false),
        in.count("most", 5, 2, 10, "The best."),
        in.maybeTemplate("low", "What 1 means."),
        in.maybeTemplate("high", "What the best means."));
  }

  @Override
  public Type type() {
    return Type.NUMBER;
  }

  @Override
  public Answer read(Spot spot) {
    if (spot.typed().isEmpty()) {
      return Answer.NOTHING;
    }
    return options(spot).stream()
        .filter(OptionView::chosen)
        .findFirst()
        .map(chosen -> Answer.given(Double.parseDouble(chosen.value())))
        .orElseGet(() -> Answer.wrong(PageTexts.rating(most)));
  }

  @Override
  public String missing() {
    return PageTexts.rating(most);
  }

  private List<OptionView> options(Spot spot) {
    return IntStream.rangeClosed(1, most)
        .mapToObj(Integer::toString)
        .map(value -> new OptionView(value, value, "", value.equals(spot.typed())))
        .toList();
  }

  @Override
  public ControlView view(Spot spot) {
    return spot.asked(
        "rating",
        question,
        options(spot),
        Plain.attributes(
            "most", Integer.toString(most), "low", spot.fill(low), "high", spot.fill(high)),
        List.of());
  }
}
