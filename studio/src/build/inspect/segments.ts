// How many SMS a text takes, as the server's checks count it: see Segments.java.
const BASIC =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/** These take two places: an escape and the character. */
const EXTENDED = "\f^{}\\[~]|€";

export interface Segments {
  count: number;
  units: number;
  /** The first character that is not in GSM-7 and leaves room for only 70 in one. */
  forcing?: string;
}

export function segmentsOf(text: string): Segments {
  const characters = [...text];
  const forcing = characters.find(it => !BASIC.includes(it) && !EXTENDED.includes(it));
  const [alone, joined] = forcing === undefined ? [160, 153] : [70, 67];
  let [units, count, used] = [0, 1, 0];
  for (const it of characters) {
    const width = forcing !== undefined ? it.length : EXTENDED.includes(it) ? 2 : 1;
    if (used + width > joined) {
      count++;
      used = 0;
    }
    used += width;
    units += width;
  }
  return { count: units <= alone ? 1 : count, units, forcing };
}

const HOLE = /((?<!\\)\{\{[\s\S]*?\}\})/g;

/** What stands around the holes of a template; what the holes add is not known before it is said. */
export const constantOf = (template: string) => template.replace(HOLE, "").replaceAll("\\{{", "{{");
/** A template in parts: text, hole, text, hole, text. */
export const partsOf = (template: string) => template.split(HOLE);
export const hasHoles = (template: string) => template.search(HOLE) >= 0;
