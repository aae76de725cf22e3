package dev.wayfare.flow.page;

import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.shape.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Questions that belong together. View: its heading in `label`, a sentence in `help`, the controls
/// as children.
public record Form(
    Presence presence, Template label, Optional<Template> help, List<Control> controls)
    implements Group {
  static final ControlType TYPE =
      new ControlType(
          "form",
          Set.of(Setting.PAGE),
          "Questions that belong together, under a heading of their own.",
          """
          type: form
          label: "Where it happened"
          controls:
            - {type: text_field, id: place, label: "Place"}
            - {type: date, id: day, label: "Day"}
          """,
          Form::new);

  Form(Fields in, Setting setting) {
    this(
        Presence.of(in),
        in.template("label", "The heading over the questions."),
        in.maybeTemplate("help", "A sentence under the heading."),
        in.list("controls", setting.variants(), "What it holds."));
  }

  @Override
  public ControlView view(Spot spot) {
    return new ControlView(
        "form",
        spot.path(),
        spot.fill(label),
        spot.fill(help),
        Optional.empty(),
        false,
        spot.visible(),
        List.of(),
        List.of(),
        Map.of(),
        spot.views(controls));
  }
}
