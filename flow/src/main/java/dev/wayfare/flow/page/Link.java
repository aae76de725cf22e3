package dev.wayfare.flow.page;

import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.shape.Fields;

/// A link. View: its words in `label`; attribute `href`, left out when the address is of a kind a
/// page must not lead to.
public record Link(Presence presence, Template label, Template url) implements Display {
  static final ControlType TYPE =
      new ControlType(
          "link",
          ControlType.EVERYWHERE,
          "A link to a web address, an email address (`mailto:`) or a phone number (`tel:`).",
          "{type: link, label: \"Call us\", url: \"tel:+15550100\"}",
          Link::new);

  Link(Fields in, Setting setting) {
    this(
        Presence.of(in),
        in.template("label", "The words of the link."),
        in.template(
            "url", "Where it leads: `https:`, `mailto:`, `tel:` or a path on this server."));
  }

  @Override
  public ControlView view(Spot spot) {
    var address = spot.fill(url).strip();
    return spot.shown(
        "link",
        spot.fill(label),
        Plain.attributes("href", Addresses.leads(address) ? address : ""));
  }
}
