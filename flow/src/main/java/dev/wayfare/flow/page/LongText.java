package dev.wayfare.flow.page;

import dev.wayfare.flow.Type;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.shape.Fields;
import java.util.Optional;

/// Text of several lines. View: attributes `rows`, `max_length`, `placeholder`.
public record LongText(
    Question question, int shortest, int longest, int rows, Optional<Template> placeholder)
    implements Asked {
  static final ControlType TYPE =
      new ControlType(
          "long_text",
          ControlType.ASKING,
          "Asks for text of several lines.",
          "{type: long_text, id: story, label: \"What happened?\", rows: 6}",
          LongText::new);

  LongText(Fields in, Setting setting) {
    this(
        Question.of(in, setting, Type.TEXT, false),
        in.count("shortest", 0, 0, 10_000, "The fewest characters."),
        in.count("longest", 5000, 1, 10_000, "The most characters."),
        in.count("rows", 4, 2, 20, "How many lines are seen at once."),
        in.maybeTemplate("placeholder", "A pale example inside the field."));
  }

  @Override
  public Type type() {
    return Type.TEXT;
  }

  @Override
  public Answer read(Spot spot) {
    return Lines.read(spot.typed(), shortest, longest);
  }

  @Override
  public ControlView view(Spot spot) {
    return spot.asked(
        "long_text",
        question,
        Plain.attributes(
            "rows", Integer.toString(rows),
            "max_length", Integer.toString(longest),
            "placeholder", spot.fill(placeholder)));
  }
}
