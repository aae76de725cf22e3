// Colours as the server works them out for a customer's page; see Colour.java, of which this is the like in the browser.
export type Colour = readonly [red: number, green: number, blue: number];

export const WHITE: Colour = [255, 255, 255];
export const BLACK: Colour = [0, 0, 0];

/** Reads `#rrggbb`; anything else is the other one. */
export const colourOf = (hex: string | undefined, otherwise: Colour): Colour =>
  hex !== undefined && /^#[0-9a-fA-F]{6}$/.test(hex) ? [parseInt(hex.slice(1, 3), 16), parseInt(hex.slice(3, 5), 16), parseInt(hex.slice(5, 7), 16)] : otherwise;

export const hexOf = (it: Colour) => `#${it.map(part => part.toString(16).padStart(2, "0")).join("")}`;

const each = (it: Colour, to: (part: number, at: 0 | 1 | 2) => number): Colour => [to(it[0], 0), to(it[1], 1), to(it[2], 2)];
const clamp = (it: number) => Math.max(0, Math.min(255, it));

/** `share` of the other in this one, 0 to 1. */
export const mix = (it: Colour, other: Colour, share: number): Colour => each(it, (part, at) => Math.round(part + (other[at] - part) * share));

const linear = (channel: number) => (channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4);
export const luminance = (it: Colour) => 0.2126 * linear(it[0]) + 0.7152 * linear(it[1]) + 0.0722 * linear(it[2]);
export const isDark = (it: Colour) => luminance(it) < 0.18;

export function contrast(it: Colour, other: Colour): number {
  const [mine, others] = [luminance(it) + 0.05, luminance(other) + 0.05];
  return Math.max(mine, others) / Math.min(mine, others);
}

/** Black or white, whichever reads better on this. */
export const readable = (it: Colour): Colour => (contrast(it, WHITE) >= contrast(it, BLACK) ? WHITE : BLACK);

/** Made lighter or darker, hue and strength kept, only as far as `least` contrast on `ground` asks. */
export const readableOn = (it: Colour, ground: Colour, least: number): Colour => (contrast(it, ground) >= least ? it : towards(it, readable(ground), ground, least));

/** As a ground that can bear writing. */
export function bearing(it: Colour, least: number): Colour {
  const writing = readable(it);
  return contrast(it, writing) >= least ? it : towards(it, writing === WHITE ? BLACK : WHITE, writing, least);
}

function towards(it: Colour, pole: Colour, other: Colour, least: number): Colour {
  const [from, to] = [lightness(it), lightness(pole)];
  for (let step = 1; step < 40; step++) {
    const tried = withLightness(it, from + ((to - from) * step) / 40);
    if (contrast(tried, other) >= least) return tried;
  }
  return pole;
}

const lightness = (it: Colour) => (Math.max(...it) + Math.min(...it)) / 510;

/** The same hue and saturation (HSL) at another lightness. */
function withLightness(it: Colour, to: number): Colour {
  const least = Math.min(...it);
  const spread = Math.max(...it) - least;
  const room = 1 - Math.abs(2 * lightness(it) - 1);
  const saturation = room <= 0 ? 0 : spread / 255 / room;
  const chroma = saturation * (1 - Math.abs(2 * to - 1));
  const low = to - chroma / 2;
  return each(it, part => clamp(Math.round(255 * (low + chroma * (spread === 0 ? 0 : (part - least) / spread)))));
}
