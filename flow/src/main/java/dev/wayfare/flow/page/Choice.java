package dev.wayfare.flow.page;

import dev.wayfare.flow.Type;
import dev.wayfare.flow.shape.Fields;
import java.util.List;
import java.util.Locale;

/// One of several. View: the options, and the attribute `look` (`select`, `radio` or `cards`).
public record Choice(Question question, Options options, Look look) implements Asked {
  static final ControlType TYPE =
      new ControlType(
          "choice",
          ControlType.ASKING,
          "Asks to choose one of several options.",
          """
          type: choice
          id: place
          label: "Where shall we leave it?"
          look: cards
          options:
            - {value: door, label: "At the door", help: "Somebody must be at home."}
            - {value: shop, label: "At the parcel shop"}
          """,
          Choice::new);

  Choice(Fields in, Setting setting) {
    this(
        // Its values are the builder's own words, so they may be dates, addresses or numbers of
        // phones.
        Question.of(in, setting, Type.ANY, false),
        Options.of(in),
        in.choice("look", Look.class, Look.RADIO, "How the options are shown."));
  }

  @Override
  public Type type() {
    return Type.TEXT;
  }

  @Override
  public Answer read(Spot spot) {
    var chosen = spot.typed();
    if (chosen.isEmpty()) {
      return Answer.NOTHING;
    }
    return options.shown(spot.sight(), List.of(chosen)).stream()
            .anyMatch(option -> option.value().equals(chosen))
        ? Answer.given(chosen)
        : Answer.wrong(PageTexts.CHOOSE_ONE);
  }

  @Override
  public String missing() {
    return PageTexts.CHOOSE_ONE;
  }

  @Override
  public ControlView view(Spot spot) {
    return spot.asked(
        "choice",
        question,
        options.shown(spot.sight(), List.of(spot.typed())),
        Plain.attributes("look", look.word()),
        List.of());
  }

  /// How options are shown.
  public enum Look {
    SELECT,
    RADIO,
    CARDS;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
