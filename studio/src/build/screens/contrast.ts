/** How well one colour can be read on another, from 1 to 21, as WCAG counts it; nothing where a colour is none. */
export function contrast(one: string, other: string): number | undefined {
  const [a, b] = [light(one), light(other)];
  if (a === undefined || b === undefined) return undefined;
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function light(colour: string): number | undefined {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (!parts) return undefined;
  const [r, g, b] = parts.slice(1).map(it => Number.parseInt(it, 16) / 255).map(it => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
