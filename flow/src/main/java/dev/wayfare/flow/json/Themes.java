package dev.wayfare.flow.json;

import dev.wayfare.flow.Theme;
import dev.wayfare.flow.shape.DocumentFields;
import dev.wayfare.flow.shape.DocumentFields.Form;

/// How the theme of customers' pages is read.
final class Themes {
  private static final Form COLOUR = new Form("#[0-9a-f]{6}", 7, "a colour like #2f5bea");
  private static final Form LANGUAGE =
      new Form("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", 35, "a language like en or pt-BR");

  /// 64 kB, written in base64.
  private static final Form LOGO =
      new Form(
          "data:image/(svg\\+xml|png)(;[a-z0-9=-]+)*,[A-Za-z0-9+/=%.~_!*'();:@&$,?#-]+",
          64 * 1024 * 4 / 3 + 100, "an SVG or PNG as a data: address, 64 kB at most");

  private Themes() {}

  static Theme read(DocumentFields in) {
    var plain = Theme.PLAIN;
    return new Theme(
        in.word("brand", plain.brand(), "The name beside the logo; left out, the app's title."),
        colour(in, "action", plain.action(), "Buttons and links."),
        colour(in, "paper", plain.paper(), "The background."),
        colour(in, "ink", plain.ink(), "The text."),
        in.choice("font", Theme.Font.class, plain.font(), "The style of letters."),
        in.count("radius", plain.radius(), 0, 24, "How round corners are, in pixels."),
        in.maybeMatching("logo", LOGO, "The logo itself, so that a version carries it."),
        in.maybeMatching("language", LANGUAGE, "The language of the pages.")
            .orElse(plain.language()));
  }

  private static String colour(DocumentFields in, String field, String otherwise, String doc) {
    return in.maybeMatching(field, COLOUR, doc + " `" + otherwise + "` when left out.")
        .orElse(otherwise);
  }
}
