package dev.wayfare.flow.page;

import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.shape.Fields;

/// Words to read. View: the filled Markdown in the attribute `markdown`.
public record Text(Presence presence, Template text) implements Display {
  static final ControlType TYPE =
      new ControlType(
          "text",
          ControlType.EVERYWHERE,
          "Words to read, in Markdown. To ask for words, use `text_field`.",
          "{type: text, text: \"Your order **{{ order }}** is on its way.\"}",
          Text::new);

  Text(Fields in, Setting setting) {
    this(Presence.of(in), in.template("text", "The words, in Markdown."));
  }

  @Override
  public ControlView view(Spot spot) {
    return spot.shown("text", "", Plain.attributes("markdown", spot.fill(text)));
  }
}
