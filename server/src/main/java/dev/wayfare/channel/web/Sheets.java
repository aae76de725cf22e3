package dev.wayfare.channel.web;

import dev.wayfare.flow.Theme;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// Makes the sheet of a page from its theme. Nothing of a theme reaches the style but checked
/// colours, a bounded radius and a font of our list.
final class Sheets {

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
  private static final Pattern LOGO =
      Pattern.compile("data:image/(png|svg\\+xml|jpeg|webp)[;,][^\"'<>\\s]{1,131072}");

  private final String css;
  private final String script;
  private final Map<String, Words> spoken = Words.all();

  Sheets(Asset css, Asset script) {
    this.css = css.text().strip();
    this.script = "/customer/" + script.name();
  }

  Sheet sheet(Theme theme, String title, String journey, long revision) {
    return new Sheet(
        title,
        theme.brand(),
        theme.logo().filter(logo -> LOGO.matcher(logo).matches()).orElse(""),
        style(theme),
        script,
        Palette.of(theme).paper().hex(),
        Palette.dark(theme).paper().hex(),
        words(theme),
        journey,
        revision);
  }

  Words words(Theme theme) {
    var tag = LANGUAGE.matcher(theme.language()).matches() ? theme.language() : "en";
    var known = spoken.get(Words.primary(tag));
    return (known == null ? Objects.requireNonNull(spoken.get("en")) : known).on(tag);
  }

  private String style(Theme theme) {
    return ":root{--font:%s;--radius:%dpx;%s}@media (prefers-color-scheme:dark){:root{%s}}%s"
        .formatted(
            font(theme.font()),
            Math.clamp(theme.radius(), 0, 28),
            Palette.of(theme).css(),
            Palette.dark(theme).css(),
            css);
  }

  private static String font(Theme.Font font) {
    return switch (font) {
      case SANS -> "system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",Arial,sans-serif";
      case SERIF ->
          "ui-serif,\"Iowan Old Style\",\"Palatino Linotype\",Palatino,\"Noto Serif\",Georgia,serif";
      case ROUNDED ->
          "ui-rounded,\"SF Pro Rounded\",\"Hiragino Maru Gothic ProN\",Nunito,Quicksand,"
              + "\"Arial Rounded MT Bold\",system-ui,sans-serif";
      case MONO -> "ui-monospace,\"SF Mono\",\"Cascadia Mono\",\"Roboto Mono\",Menlo,monospace";
    };
  }
}
