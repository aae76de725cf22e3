import { words } from "../words";

const STEPS: [number, Intl.RelativeTimeFormatUnit][] = [[60, "second"], [60, "minute"], [24, "hour"], [7, "day"], [4.345, "week"], [12, "month"], [Infinity, "year"]];
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** A moment as people say it: `4 minutes ago`. */
export function said(at: string, now = Date.now()): string {
  let amount = (new Date(at).getTime() - now) / 1000;
  if (Math.abs(amount) < 5) return words.justNow;
  for (const [size, unit] of STEPS) {
    if (Math.abs(amount) < size) return relative.format(Math.round(amount), unit);
    amount /= size;
  }
  return at;
}

export const exact = (at: string) => new Date(at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "medium" });

/** Relative, and exact on hover. */
export function When({ at }: { at: string }) {
  return <time className="nowrap" dateTime={at} title={exact(at)}>{said(at)}</time>;
}
