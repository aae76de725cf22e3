// How large a card is, known before it is drawn, so that edges and the overview need no measuring.
import type { Exit } from "../steps/folder";

export const WIDTH = 248;
export const HEAD = 40;
export const SAYS = 52;
export const ROW = 26;
const FOOT = 6;

export interface Shape {
  /** The exits that have a row of their own; a lone `next` leaves from the card's side. */
  rows: Exit[];
  /** The lone way on, if that is how the step leaves. */
  lone?: Exit;
}

/** Exits that lead somewhere, and those that every such step has; the others show when the card is selected. */
export function shape(exits: Exit[], selected: boolean): Shape {
  const usual = (it: Exit) => it.key === "next" || it.key.includes("/") || it.key === "otherwise" || it.key === "do";
  const shown = exits.filter(it => it.to !== undefined || usual(it) || selected);
  return shown.length === 1 && shown[0]?.key === "next" ? { rows: [], lone: shown[0] } : { rows: shown };
}

export const heightOf = ({ rows }: Shape) => HEAD + SAYS + (rows.length > 0 ? rows.length * ROW + FOOT : 0);

/** Ways begin and end at the rim of a handle, this far outside of the card. */
export const RIM = 4.5;

const BORDER = 1;

/** Where ways come to a card, on its left side. */
export const IN = HEAD / 2 + BORDER;

/** Where the handle of an exit stands on the card's right side. */
export const handleAt = (of: Shape, key: string) => {
  const row = of.rows.findIndex(it => it.key === key);
  return row < 0 ? IN : HEAD + SAYS + row * ROW + ROW / 2 + BORDER;
};
