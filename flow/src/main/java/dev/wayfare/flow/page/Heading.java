package dev.wayfare.flow.page;

import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.shape.Fields;

/// A heading. View: the words in `label`; attribute `level` (2 to 4; the page's title is 1).
public record Heading(Presence presence, Template text, int level) implements Display {
  static final ControlType TYPE =
      new ControlType(
          "heading",
          ControlType.EVERYWHERE,
          "A heading over what follows.",
          "{type: heading, text: \"Your parcel\", level: 2}",
          Heading::new);

  Heading(Fields in, Setting setting) {
    this(
        Presence.of(in),
        in.template("text", "The words of the heading."),
        in.count("level", 2, 2, 4, "How deep it stands; the page's title is 1."));
  }

  @Override
  public ControlView view(Spot spot) {
    return spot.shown(
        "heading", spot.fill(text), Plain.attributes("level", Integer.toString(level)));
  }
}
