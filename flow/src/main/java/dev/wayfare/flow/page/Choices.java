package dev.wayfare.flow.page;

import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.page.ControlView.OptionView;
import dev.wayfare.flow.shape.Fields;
import java.util.List;
import java.util.Map;

/// Any of several; the answer is the list of their values, in the order shown. View: the options,
/// and the attributes `least` and `most`.
public record Choices(Question question, Options options, int least, int most) implements Asked {
  private static final int ANY = 500;

  static final ControlType TYPE =
      new ControlType(
          "choices",
          ControlType.ASKING,
          "Asks to choose any of several options.",
          """
          type: choices
          id: damaged
          label: "What is damaged?"
          most: 2
          options:
            - {value: front, label: "Front"}
            - {value: side, label: "Side"}
            - {value: back, label: "Back"}
          """,
          Choices::new);

  Choices(Fields in, Setting setting) {
    this(
        Question.of(in, setting, Type.LIST, false),
        Options.of(in),
        in.count("least", 0, 0, ANY, "How many must be chosen."),
        in.count("most", ANY, 1, ANY, "How many may be chosen."));
  }

  @Override
  public Type type() {
    return Type.LIST;
  }

  @Override
  public Answer read(Spot spot) {
    var sent = spot.all().stream().filter(value -> !value.isEmpty()).distinct().toList();
    var chosen =
        options.shown(spot.sight(), sent).stream()
            .filter(OptionView::chosen)
            .map(OptionView::value)
            .toList();
    if (chosen.size() < sent.size()) {
      return Answer.wrong(PageTexts.CHOOSE_ONE);
    }
    if (chosen.size() < least) {
      return Answer.wrong(PageTexts.chooseLeast(least));
    }
    if (chosen.size() > most) {
      return Answer.wrong(PageTexts.chooseMost(most));
    }
    return chosen.isEmpty() ? Answer.NOTHING : Answer.given(chosen);
  }

  @Override
  public String missing() {
    return PageTexts.CHOOSE;
  }

  @Override
  public void write(Object value, String path, Map<String, List<String>> draft) {
    if (value instanceof List<?> chosen) {
      draft.put(path, chosen.stream().map(Values::show).toList());
    }
  }

  @Override
  public ControlView view(Spot spot) {
    return spot.asked(
        "choices",
        question,
        options.shown(spot.sight(), spot.all()),
        Plain.attributes(
            "least", least > 0 ? Integer.toString(least) : "",
            "most", most < ANY ? Integer.toString(most) : ""),
        List.of());
  }
}
