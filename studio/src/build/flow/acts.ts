// What is done with steps, on a draft of the document inside `editor.change`.
import { type AppDocument, type Canvas, freeName, type Spot, type Step, type StepType } from "../document";
import { retarget, retargetStep } from "../rename";
import { folderOf } from "../steps";
import { lead } from "../steps/exits";
import type { Spots } from "./arrange";

type Steps = Record<string, Step>;
const copied = <T,>(it: T): T => JSON.parse(JSON.stringify(it)) as T;

/** Keeps where cards stand. */
export function keepSpots(doc: AppDocument, flow: string, spots: Spots) {
  doc.canvas ??= {};
  const canvas = doc.canvas as Canvas;
  canvas.flows ??= {};
  canvas.flows[flow] = { ...canvas.flows[flow], ...copied(spots) };
}

export interface Added {
  type: StepType;
  spot: Spot;
  /** The exit that is to lead to the new step. */
  from?: { step: string; key: string };
}

/** Adds a step, leads an exit to it, and goes on from it where that exit led; answers its name. */
export function addStep(doc: AppDocument, flowName: string, { type, spot, from }: Added): string | undefined {
  const flow = doc.flows?.[flowName];
  const folder = folderOf(type);
  if (!flow || !folder) return undefined;
  flow.steps ??= {};
  const id = freeName(type, flow.steps);
  const step = folder.make(doc) as Step;
  const before = from && folderOf(flow.steps[from.step]?.type)?.exits(flow.steps[from.step] as never).find(it => it.key === from.key)?.to;
  flow.steps[id] = step;
  const onwards = folder.exits(step as never).map(it => it.key);
  const key = ["next", "otherwise"].find(it => onwards.includes(it)) ?? onwards[0];
  if (before && key) lead(flow.steps[id] as Step, key, before);
  if (from) lead(flow.steps[from.step] as Step, from.key, id);
  if (Object.keys(flow.steps).length === 1 || !flow.steps[flow.start]) flow.start = id;
  keepSpots(doc, flowName, { [id]: spot });
  return id;
}

/** Leads an exit to a step of the flow, or nowhere. */
export function connect(doc: AppDocument, flow: string, step: string, key: string, to?: string) {
  const it = doc.flows?.[flow]?.steps[step];
  if (it) lead(it, key, to);
}

/** Removes steps; whoever came to them goes where their `next` led, so that nobody is left standing. */
export function removeSteps(doc: AppDocument, flowName: string, ids: string[]) {
  const flow = doc.flows?.[flowName];
  if (!flow) return;
  const gone = new Set(ids);
  const nexts = new Map(ids.map(id => [id, (flow.steps[id] as { next?: string } | undefined)?.next]));
  const onwards = (id: string | undefined): string | undefined => {
    const seen = new Set<string>();
    for (; id !== undefined && gone.has(id); id = nexts.get(id)) if (seen.has(id) || !seen.add(id)) return undefined;
    return id;
  };
  const start = onwards(flow.start);
  for (const id of ids) {
    delete flow.steps[id];
    delete (doc.canvas as Canvas | undefined)?.flows?.[flowName]?.[id];
  }
  retarget(flow, onwards);
  flow.start = start ?? Object.keys(flow.steps)[0] ?? flow.start;
}

export interface Piece {
  steps: Steps;
  spots: Spots;
}

/** Some steps of a flow with where they stand, to be put elsewhere. */
export function take(doc: AppDocument, flow: string, ids: string[], spots: Spots): Piece {
  const all = doc.flows?.[flow]?.steps ?? {};
  const there = ids.filter(id => id in all);
  return copied({ steps: Object.fromEntries(there.map(id => [id, all[id] as Step])), spots: Object.fromEntries(there.map(id => [id, spots[id] ?? [0, 0]])) });
}

/** Puts a piece in under free names. Ways among its steps stay; ways out stay where there is such a step. Answers the new names. */
export function put(doc: AppDocument, flowName: string, piece: Piece, by: Spot): string[] {
  const flow = doc.flows?.[flowName];
  if (!flow) return [];
  flow.steps ??= {};
  const names = new Map<string, string>();
  const taken: Record<string, unknown> = { ...flow.steps };
  for (const id of Object.keys(piece.steps)) {
    const name = freeName(id, taken);
    names.set(id, name);
    taken[name] = true;
  }
  const before = new Set(Object.keys(flow.steps));
  for (const [id, step] of Object.entries(copied(piece.steps))) {
    retargetStep(step, target => names.get(target) ?? (before.has(target) ? target : undefined));
    flow.steps[names.get(id) as string] = step;
    const [x, y] = piece.spots[id] ?? [0, 0];
    keepSpots(doc, flowName, { [names.get(id) as string]: [x + by[0], y + by[1]] });
  }
  if (before.size === 0) flow.start = [...names.values()][0] ?? flow.start;
  return [...names.values()];
}
