package dev.wayfare.channel.web;

import dev.wayfare.flow.Theme;
import java.util.Locale;

/// A theme's three colours made into all that a page needs, for a light and for a dark room, each
/// readable where it stands whatever the team chose.
record Palette(
    Colour paper,
    Colour ink,
    Colour soft,
    Colour mist,
    Colour back,
    Colour line,
    Colour edge,
    Colour action,
    Colour onAction,
    Colour accent,
    Colour tint,
    Colour bad) {

  private static final Colour INK = Colour.of(0x14213d);
  private static final Colour ACTION = Colour.of(0x2f5bea);
  private static final Colour BAD = Colour.of(0xc2255c);
  private static final Colour NIGHT = Colour.of(0x10131a);

  static Palette of(Theme theme) {
    return on(paper(theme), ink(theme), action(theme));
  }

  /// The same team after sunset: its ink's hue as the ground, its paper's as the writing. A theme
  /// that is dark by itself stays as it is.
  static Palette dark(Theme theme) {
    var paper = paper(theme);
    return paper.isDark()
        ? of(theme)
        : on(NIGHT.mix(ink(theme), 0.18), Colour.of(0xeceff5).mix(paper, 0.3), action(theme));
  }

  private static Palette on(Colour paper, Colour chosenInk, Colour chosenAction) {
    var ink = chosenInk.readableOn(paper, 7);
    var action = chosenAction.readableOn(paper, 3);
    var mist = paper.mix(ink, paper.isDark() ? 0.05 : 0.025).mix(action, 0.035);
    return new Palette(
        paper,
        ink,
        paper.mix(ink, 0.66).readableOn(mist, 5.2),
        mist,
        paper.isDark() ? paper.mix(Colour.BLACK, 0.45) : mist,
        paper.mix(ink, 0.14),
        paper.mix(ink, 0.4).readableOn(paper, 3.1),
        action,
        action.readable(),
        action.readableOn(mist, 5.2),
        paper.mix(action, paper.isDark() ? 0.2 : 0.08),
        BAD.readableOn(mist, 5.2));
  }

  /// As custom properties of CSS.
  String css() {
    return String.format(
        Locale.ROOT,
        "--paper:%s;--ink:%s;--soft:%s;--mist:%s;--back:%s;--line:%s;--edge:%s;--action:%s;--on-action:%s;"
            + "--accent:%s;--tint:%s;--bad:%s",
        paper.hex(),
        ink.hex(),
        soft.hex(),
        mist.hex(),
        back.hex(),
        line.hex(),
        edge.hex(),
        action.hex(),
        onAction.hex(),
        accent.hex(),
        tint.hex(),
        bad.hex());
  }

  private static Colour paper(Theme theme) {
    return Colour.of(theme.paper(), Colour.WHITE).bearing(9);
  }

  private static Colour ink(Theme theme) {
    return Colour.of(theme.ink(), INK);
  }

  private static Colour action(Theme theme) {
    return Colour.of(theme.action(), ACTION);
  }
}
