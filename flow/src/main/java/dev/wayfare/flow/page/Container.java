package dev.wayfare.flow.page;

import dev.wayfare.flow.shape.Fields;
import java.util.List;

/// Controls side by side. View: attribute `columns`; the controls as children.
public record Container(Presence presence, int columns, List<Control> controls) implements Group {
  static final ControlType TYPE =
      new ControlType(
          "container",
          ControlType.EVERYWHERE,
          "Controls side by side in up to four columns; below each other on a phone.",
          """
          type: container
          columns: 2
          controls:
            - {type: text_field, id: first_name, label: "First name"}
            - {type: text_field, id: last_name, label: "Last name"}
          """,
          Container::new);

  Container(Fields in, Setting setting) {
    this(
        Presence.of(in),
        in.count("columns", 2, 1, 4, "How many stand side by side."),
        in.list("controls", setting.variants(), "What it holds."));
  }

  @Override
  public ControlView view(Spot spot) {
    return spot.shown(
        "container",
        "",
        Plain.attributes("columns", Integer.toString(columns)),
        spot.views(controls));
  }
}
