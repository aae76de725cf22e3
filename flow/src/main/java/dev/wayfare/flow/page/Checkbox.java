package dev.wayfare.flow.page;

import dev.wayfare.flow.Type;
import dev.wayfare.flow.shape.Fields;
import java.util.List;
import java.util.Map;

/// Yes or no. Ticked, the value [#TICKED] comes back; required, it must be ticked.
public record Checkbox(Question question) implements Asked {
  /// What a ticked box sends.
  public static final String TICKED = "true";

  static final ControlType TYPE =
      new ControlType(
          "checkbox",
          ControlType.ASKING,
          "A box to tick: yes or no. Required, it must be ticked.",
          "{type: checkbox, id: injured, label: \"Somebody was hurt\"}",
          Checkbox::new);

  Checkbox(Fields in, Setting setting) {
    this(Question.of(in, setting, Type.BOOLEAN, false));
  }

  @Override
  public Type type() {
    return Type.BOOLEAN;
  }

  @Override
  public Answer read(Spot spot) {
    return ticked(spot) ? Answer.given(true) : Answer.NOTHING;
  }

  static boolean ticked(Spot spot) {
    return spot.all().contains(TICKED) || spot.all().contains("on");
  }

  @Override
  public String missing() {
    return PageTexts.TICK;
  }

  @Override
  public void write(Object value, String path, Map<String, List<String>> draft) {
    if (Boolean.TRUE.equals(value)) {
      draft.put(path, List.of(TICKED));
    }
  }

  @Override
  public ControlView view(Spot spot) {
    return spot.asked("checkbox", question, Map.of());
  }
}
