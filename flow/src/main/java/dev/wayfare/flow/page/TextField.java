package dev.wayfare.flow.page;

import dev.wayfare.flow.Type;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.shape.Fields;
import java.util.Optional;

/// A line of text. View: attributes `max_length`, `placeholder`, `autocomplete`.
public record TextField(
    Question question,
    int shortest,
    int longest,
    Optional<Template> placeholder,
    String autocomplete)
    implements Asked {
  static final ControlType TYPE =
      new ControlType(
          "text_field",
          ControlType.ASKING,
          "Asks for a line of text. To show words, use `text`.",
          "{type: text_field, id: order, label: \"Order number\", required: true}",
          TextField::new);

  TextField(Fields in, Setting setting) {
    this(
        Question.of(in, setting, Type.TEXT, false),
        in.count("shortest", 0, 0, 1000, "The fewest characters."),
        in.count("longest", 200, 1, 1000, "The most characters."),
        in.maybeTemplate("placeholder", "A pale example inside the field."),
        in.word("autocomplete", "", "What the browser may fill in, as HTML calls it."));
  }

  @Override
  public Type type() {
    return Type.TEXT;
  }

  @Override
  public Answer read(Spot spot) {
    return Lines.read(spot.typed().replace('\n', ' '), shortest, longest);
  }

  @Override
  public ControlView view(Spot spot) {
    return spot.asked(
        "text_field",
        question,
        Plain.attributes(
            "max_length", Integer.toString(longest),
            "placeholder", spot.fill(placeholder),
            "autocomplete", autocomplete));
  }
}
