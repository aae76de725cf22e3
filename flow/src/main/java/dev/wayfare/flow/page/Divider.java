package dev.wayfare.flow.page;

import dev.wayfare.flow.shape.Fields;
import java.util.Map;

/// A line between two parts of a page.
public record Divider(Presence presence) implements Display {
  static final ControlType TYPE =
      new ControlType(
          "divider",
          ControlType.EVERYWHERE,
          "A line between two parts of a page.",
          "{type: divider}",
          Divider::new);

  Divider(Fields in, Setting setting) {
    this(Presence.of(in));
  }

  @Override
  public ControlView view(Spot spot) {
    return spot.shown("divider", "", Map.of());
  }
}
