package dev.wayfare.flow.page;

import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A button that sends the page. View: its words in `label`; attributes `look` (`primary`,
/// `secondary`, `quiet`) and `skip_checks` (`true`), for which the browser should not check either.
public record Button(
    Presence presence, Template label, Optional<Exit> next, Look look, boolean skipChecks)
    implements Control {
  static final ControlType TYPE =
      new ControlType(
          "button",
          Set.of(Setting.PAGE),
          "Sends the page and goes on. A page without a button gets one that says Continue.",
          "{type: button, id: later, label: \"Finish later\", look: quiet, skip_checks: true}",
          Button::new);

  Button(Fields in, Setting setting) {
    this(
        Presence.of(in),
        in.template("label", "The words on it: what happens."),
        in.maybeExit("next", "Where it leads; left out, where the page leads."),
        in.choice("look", Look.class, Look.PRIMARY, "How much it stands out."),
        in.flag(
            "skip_checks",
            false,
            "Goes on without reading the answers; what was typed is there again when one comes"
                + " back."));
  }

  @Override
  public String id() {
    return presence.id();
  }

  @Override
  public Optional<Expression> visible() {
    return presence.visible();
  }

  @Override
  public ControlView view(Spot spot) {
    return spot.shown(
        "button",
        spot.fill(label),
        Plain.attributes("look", look.word(), "skip_checks", skipChecks ? "true" : ""));
  }

  /// How much a button stands out.
  public enum Look {
    PRIMARY,
    SECONDARY,
    QUIET;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
