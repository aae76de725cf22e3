package dev.wayfare.flow.page;

import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.shape.Fields;
import java.util.regex.Pattern;

/// A picture. View: `alt` text in `label`; attribute `source`, left out when the address is not one
/// a page may load.
public record Image(Presence presence, Template source, Template alt) implements Display {
  private static final Pattern DATA =
      Pattern.compile("data:image/(png|jpeg|gif|webp|avif|svg\\+xml);base64,[A-Za-z0-9+/]+={0,2}");

  static final ControlType TYPE =
      new ControlType(
          "image",
          ControlType.EVERYWHERE,
          "A picture: a `data:` image, or a path on this server. Says in `alt` what it shows.",
          "{type: image, source: \"data:image/gif;base64,R0lGODlhAQABAAAAACw=\", alt: \"A van\"}",
          Image::new);

  Image(Fields in, Setting setting) {
    this(
        Presence.of(in),
        in.template("source", "A `data:image/…;base64,` address or a path that begins with `/`."),
        in.template("alt", "What the picture shows, for those who cannot see it."));
  }

  @Override
  public ControlView view(Spot spot) {
    return spot.shown(
        "image", spot.fill(alt), Plain.attributes("source", allowed(spot.fill(source).strip())));
  }

  private static String allowed(String source) {
    return Addresses.local(source) || DATA.matcher(source).matches() ? source : "";
  }
}
