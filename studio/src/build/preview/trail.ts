import type { Turn } from "./view";

/** The steps that a turn walked, each once in a row. */
export function steps(turn: Pick<Turn, "trail">): { flow: string; step: string }[] {
  const walked: { flow: string; step: string }[] = [];
  for (const { flow, step } of turn.trail)
    if (flow && step && (walked.at(-1)?.flow !== flow || walked.at(-1)?.step !== step)) walked.push({ flow, step });
  return walked;
}

/** A value in one short line. */
export function shown(value: unknown): string {
  if (value === undefined || value === null || value === "") return "";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 140 ? text.slice(0, 140) + "…" : text;
}
