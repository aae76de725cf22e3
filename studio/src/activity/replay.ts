// A journey walked again: from step to step, with what it remembered at each. Everything comes from the trail, which never holds a secret.
import type { StepLine, Turn } from "../api/types";
import type { AppDocument } from "../build/document";

/** One step that was come to, with all that happened there at one go. */
export interface Point {
  turn: Turn;
  flow: string;
  step: string;
  lines: StepLine[];
}

/** What happened at no step, such as a text that began a flow, belongs to the step that it led to; where it led to none it is a point by itself. */
export function pointsOf(turns: Turn[]): Point[] {
  const points: Point[] = [];
  for (const turn of turns) {
    let outside: StepLine[] = [];
    for (const line of turn.steps) {
      const last = points.at(-1);
      if (!line.flow) outside.push(line);
      else if (last && outside.length === 0 && last.turn === turn && last.flow === line.flow && last.step === line.step) last.lines.push(line);
      else {
        points.push({ turn, flow: line.flow, step: line.step, lines: [...outside, line] });
        outside = [];
      }
    }
    if (outside.length > 0) points.push({ turn, flow: "", step: "", lines: outside });
  }
  return points;
}

/** A variable as it was; `flow` where it lives only while that flow runs. */
export interface Kept {
  name: string;
  flow?: string;
  value: unknown;
  /** It became this just there. */
  fresh: boolean;
}

/** What could be read when the journey left a point, by name. Values that were there before anything was set are not in the trail and not here. */
export function keptAt(points: Point[], at: number, doc: AppDocument | undefined): Kept[] {
  const kept = new Map<string, Kept>();
  points.slice(0, at + 1).forEach((point, index) => {
    for (const { what, data } of point.lines) {
      const { variable, value } = data as { variable?: unknown; value?: unknown };
      if (what !== "set" || typeof variable !== "string") continue;
      const flow = doc?.flows?.[point.flow]?.variables?.[variable] ? point.flow : undefined;
      kept.set(`${flow ?? ""} ${variable}`, { name: variable, flow, value, fresh: index === at });
    }
  });
  const here = points[at]?.flow;
  return [...kept.values()].filter(it => it.flow === undefined || it.flow === here).sort((a, b) => a.name.localeCompare(b.name));
}

/** Steps of a flow that were come to by then, and the ways between them as `from|to`. */
export function walkedBy(points: Point[], at: number, flow: string): { steps: Set<string>; ways: Set<string> } {
  const steps = new Set<string>();
  const ways = new Set<string>();
  let before: string | undefined;
  for (const point of points.slice(0, at + 1)) {
    if (point.flow !== flow || !point.step) continue;
    if (before !== undefined) ways.add(`${before}|${point.step}`);
    steps.add(point.step);
    before = point.step;
  }
  return { steps, ways };
}
