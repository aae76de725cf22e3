import type { Statistics } from "../api/types";

/** `2026-11-12` as `12 Nov`. */
export const day = (written: string) => {
  const [year = 0, month = 1, date = 1] = written.split("-").map(Number);
  return new Date(year, month - 1, date).toLocaleDateString("en-GB", { day: "numeric", month: "short" });
};

/** How fast people were answered, a value for every day that is shown; nothing on a day on which nobody came. */
export function answered(of: Statistics) {
  const known = new Map(of.answers.map(it => [it.day, it]));
  return {
    turns: of.answers.reduce((sum, it) => sum + it.turns, 0),
    p50: of.days.map(it => known.get(it.day)?.p50_ms),
    p95: of.days.map(it => known.get(it.day)?.p95_ms),
  };
}
