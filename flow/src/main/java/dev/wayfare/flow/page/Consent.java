package dev.wayfare.flow.page;

import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.shape.Fields;
import java.util.List;
import java.util.Map;

/// A statement to agree to, kept word for word with the moment: `{given, statement, at}`. The value
/// [Checkbox#TICKED] comes back. View: the statement in `help` (Markdown); `label` stands beside
/// the box.
public record Consent(Question question, Template statement) implements Asked {
  static final ControlType TYPE =
      new ControlType(
          "consent",
          ControlType.ASKING,
          "A statement to agree to. What was agreed to is kept word for word, with the moment.",
          """
          type: consent
          id: terms
          statement: "What I say here is **true**, and I let you share it with the insurer."
          label: "I agree"
          """,
          Consent::new);

  Consent(Fields in, Setting setting) {
    this(
        Question.of(in, setting, Type.OBJECT, true),
        in.template("statement", "What is agreed to, in Markdown."));
  }

  @Override
  public Type type() {
    return Type.OBJECT;
  }

  @Override
  public Answer read(Spot spot) {
    return Checkbox.ticked(spot)
        ? Answer.given(
            Values.object(
                "given", true,
                "statement", spot.fill(statement),
                "at", spot.sight().now().toString()))
        : Answer.NOTHING;
  }

  @Override
  public Object nothing() {
    return Values.object("given", false, "statement", "", "at", "");
  }

  @Override
  public String missing() {
    return PageTexts.TICK;
  }

  @Override
  public void write(Object value, String path, Map<String, List<String>> draft) {
    if (value instanceof Map<?, ?> consent && Boolean.TRUE.equals(consent.get("given"))) {
      draft.put(path, List.of(Checkbox.TICKED));
    }
  }

  @Override
  public ControlView view(Spot spot) {
    var help = (spot.fill(statement) + "\n\n" + spot.fill(question.help())).strip();
    return spot.asked("consent", question, Map.of()).withHelp(help);
  }
}
