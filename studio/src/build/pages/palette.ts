// A theme made into all that a page needs, as Palette.java does it.
import type { AppDocument } from "../document";
import { bearing, BLACK, type Colour, colourOf, hexOf, isDark, mix, readable, readableOn, WHITE } from "./colour";

type Theme = NonNullable<AppDocument["theme"]>;

const INK: Colour = [0x14, 0x21, 0x3d];
const ACTION: Colour = [0x2f, 0x5b, 0xea];
const BAD: Colour = [0xc2, 0x25, 0x5c];
const NIGHT: Colour = [0x10, 0x13, 0x1a];
const FONTS: Record<string, string> = {
  sans: 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif',
  serif: 'ui-serif,"Iowan Old Style","Palatino Linotype",Palatino,"Noto Serif",Georgia,serif',
  rounded: 'ui-rounded,"SF Pro Rounded","Hiragino Maru Gothic ProN",Nunito,Quicksand,"Arial Rounded MT Bold",system-ui,sans-serif',
  mono: 'ui-monospace,"SF Mono","Cascadia Mono","Roboto Mono",Menlo,monospace',
};

function on(paper: Colour, chosenInk: Colour, chosenAction: Colour): Record<string, Colour> {
  const dark = isDark(paper);
  const ink = readableOn(chosenInk, paper, 7);
  const action = readableOn(chosenAction, paper, 3);
  const mist = mix(mix(paper, ink, dark ? 0.05 : 0.025), action, 0.035);
  return {
    paper, ink, soft: readableOn(mix(paper, ink, 0.66), mist, 5.2), mist, back: dark ? mix(paper, BLACK, 0.45) : mist, line: mix(paper, ink, 0.14), edge: readableOn(mix(paper, ink, 0.4), paper, 3.1),
    action, "on-action": readable(action), accent: readableOn(action, mist, 5.2), tint: mix(paper, action, dark ? 0.2 : 0.08), bad: readableOn(BAD, mist, 5.2),
  };
}

/** The colours of a page by the names of its custom properties, in a light or a dark room. */
export function paletteOf(theme: Theme | undefined, night: boolean): Record<string, string> {
  const paper = bearing(colourOf(theme?.paper, WHITE), 9);
  const [ink, action] = [colourOf(theme?.ink, INK), colourOf(theme?.action, ACTION)];
  const chosen = night && !isDark(paper) ? on(mix(NIGHT, ink, 0.18), mix([0xec, 0xef, 0xf5], paper, 0.3), action) : on(paper, ink, action);
  return Object.fromEntries(Object.entries(chosen).map(([name, it]) => [name, hexOf(it)]));
}

/** The style of a page's root, as the server writes it before the stylesheet. */
export function rootOf(theme: Theme | undefined, night: boolean): string {
  const colours = Object.entries(paletteOf(theme, night)).map(([name, it]) => `--${name}:${it}`).join(";");
  const radius = Math.max(0, Math.min(28, theme?.radius ?? 8));
  return `:root{color-scheme:${night ? "dark" : "light"}!important;--font:${FONTS[theme?.font ?? "sans"] ?? FONTS.sans};--radius:${radius}px;${colours}}`;
}
