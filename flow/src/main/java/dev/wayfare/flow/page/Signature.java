package dev.wayfare.flow.page;

import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.shape.Fields;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A signature: the typed full name, and a drawing if one was made, as the path data of an SVG in a
/// box of 400 by 150. The answer is `{name, drawing, at}`. It comes back as
/// `{path}.name` and `{path}.drawing`. View: these two as the values.
public record Signature(Question question) implements Asked {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_DRAWING = 20_000;
  private static final Pattern DRAWING =
      Pattern.compile("M[MLCZ0-9 .,-]{0," + (LONGEST_DRAWING - 1) + "}");

  static final ControlType TYPE =
      new ControlType(
          "signature",
          ControlType.ASKING,
          "Asks to sign with the full name and, where there is a pen or a finger, a drawing.",
          "{type: signature, id: signed, label: \"Signature\"}",
          Signature::new);

  Signature(Fields in, Setting setting) {
    this(Question.of(in, setting, Type.OBJECT, true));
  }

  @Override
  public Type type() {
    return Type.OBJECT;
  }

  @Override
  public List<String> fields(String path) {
    return List.of(path + ".name", path + ".drawing");
  }

  @Override
  public Answer read(Spot spot) {
    var name = spot.part("name").typed().replace('\n', ' ');
    var drawing = spot.part("drawing").typed();
    if (!drawing.isEmpty() && !DRAWING.matcher(drawing).matches()) {
      return Answer.wrong(PageTexts.DRAWING);
    }
    if (name.isEmpty()) {
      return drawing.isEmpty() ? Answer.NOTHING : Answer.wrong(PageTexts.SIGN);
    }
    return name.length() > LONGEST_NAME
        ? Answer.wrong(PageTexts.longest(LONGEST_NAME))
        : Answer.given(
            Values.object("name", name, "drawing", drawing, "at", spot.sight().now().toString()));
  }

  @Override
  public Object nothing() {
    return Values.object("name", "", "drawing", "", "at", "");
  }

  @Override
  public String missing() {
    return PageTexts.SIGN;
  }

  @Override
  public void write(Object value, String path, Map<String, List<String>> draft) {
    if (value instanceof Map<?, ?> signature
        && signature.get("name") instanceof String name
        && signature.get("drawing") instanceof String drawing) {
      draft.put(path + ".name", List.of(name));
      draft.put(path + ".drawing", List.of(drawing));
    }
  }

  @Override
  public ControlView view(Spot spot) {
    return spot.asked("signature", question, Map.of())
        .withValues(List.of(spot.part("name").typed(), spot.part("drawing").typed()));
  }
}
