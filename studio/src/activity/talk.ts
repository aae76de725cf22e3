import type { Turn } from "../api/types";
import { words } from "../words";

export type Line =
  | { kind: "said" | "heard"; text: string; at: string; channel: string }
  | { kind: "between"; text: string; at: string };

const SAID = new Set(["said", "texted", "played"]);
const text = (data: Record<string, unknown>) => (typeof data.text === "string" ? data.text : "");

/** A journey as it was talked: what the app said, what the person said, and where the channel changed between. */
export function talk(turns: Turn[]): Line[] {
  const lines: Line[] = [];
  let channel = "";
  for (const turn of turns) {
    const on = words.activity.turnKinds[turn.kind as keyof typeof words.activity.turnKinds];
    if (on && on !== channel) lines.push({ kind: "between", text: on, at: turn.at });
    channel = on ?? channel;
    for (const step of turn.steps) {
      const data = step.data as Record<string, unknown>;
      const body = text(data);
      if (SAID.has(step.what) && body) lines.push({ kind: "said", text: body, at: turn.at, channel });
      else if (step.what === "heard") lines.push({ kind: "heard", text: body || words.activity.hidden, at: turn.at, channel });
      else if (step.what === "ended" || step.what === "failed") lines.push({ kind: "between", text: words.activity.marks[step.what], at: turn.at });
    }
  }
  return lines;
}
