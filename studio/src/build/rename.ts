// Another name for a flow, a step or a trigger, everywhere it is spoken of: targets, flows, links in texts and expressions, places on the canvas.
import { type AppDocument, type Canvas, type Flow, isPlain, type Plain } from "./document";

/** Fields of triggers and steps that name a flow, as the schema marks them; a test holds the two together. */
export const FLOW_FIELDS = ["flow", "hung_up", "unanswered"] as const;
/** Fields of steps, options, cases and buttons that name a step of the same flow; `otherwise` is one in a branch only, elsewhere it is what is said. */
export const STEP_FIELDS = ["next", "gave_up", "silent", "busy", "no_answer", "failed", "otherwise", "do", "heard"] as const;

/** Every object in a value, itself first. */
function* objects(it: unknown): Generator<Plain> {
  if (Array.isArray(it)) for (const part of it) yield* objects(part);
  else if (isPlain(it)) {
    yield it;
    for (const part of Object.values(it)) yield* objects(part);
  }
}

export function renameFlow(doc: AppDocument, from: string, to: string) {
  if (!doc.flows?.[from] || from === to) return;
  doc.flows = rekeyed(doc.flows, from, to);
  for (const trigger of Object.values(doc.triggers ?? {})) replace(trigger as unknown as Plain, FLOW_FIELDS, from, to);
  for (const flow of Object.values(doc.flows)) for (const step of Object.values(flow.steps)) replace(step as unknown as Plain, FLOW_FIELDS, from, to);
  relink(doc, (flow, step) => (flow === from ? [to, step] : undefined));
  const canvas = doc.canvas as Canvas | undefined;
  if (canvas?.flows?.[from]) canvas.flows = rekeyed(canvas.flows, from, to);
}

export function renameTrigger(doc: AppDocument, from: string, to: string) {
  if (doc.triggers?.[from] && from !== to) doc.triggers = rekeyed(doc.triggers, from, to);
}

export function renameStep(doc: AppDocument, flowName: string, from: string, to: string) {
  const flow = doc.flows?.[flowName];
  if (!flow?.steps[from] || from === to) return;
  flow.steps = rekeyed(flow.steps, from, to);
  if (flow.start === from) flow.start = to;
  retarget(flow, it => (it === from ? to : it));
  for (const [name, other] of Object.entries(doc.flows ?? {}))
    for (const step of Object.values(other.steps))
      if (step.type === "enter" && step.step === from && (step.flow === flowName || (!step.flow && name === flowName))) step.step = to;
  relink(doc, (flow, step) => (flow === flowName && step === from ? [flow, to] : undefined));
  const spots = (doc.canvas as Canvas | undefined)?.flows;
  if (spots?.[flowName]?.[from]) spots[flowName] = rekeyed(spots[flowName], from, to);
}

/** Sends every exit of every step of a flow where `to` says; `undefined` cuts it. */
export function retarget(flow: Pick<Flow, "steps">, to: (target: string) => string | undefined) {
  for (const step of Object.values(flow.steps)) retargetStep(step, to);
}

export function retargetStep(step: Flow["steps"][string], to: (target: string) => string | undefined) {
  for (const it of objects(step))
    for (const field of STEP_FIELDS) {
      const target = it[field];
      if (typeof target !== "string" || (field === "otherwise" && it.type !== "branch") || isValue(step, it)) continue;
      const after = to(target);
      if (after === undefined) delete it[field];
      else it[field] = after;
    }
}

/** Values, inputs and results may be called `next` too; they lead nowhere. */
const VALUES = ["values", "with", "result", "query", "headers", "body"];
const isValue = (step: Flow["steps"][string], it: Plain) => VALUES.some(key => contains((step as unknown as Plain)[key], it));

function contains(whole: unknown, part: Plain): boolean {
  for (const it of objects(whole)) if (it === part) return true;
  return false;
}

function replace(it: Plain, fields: readonly string[], from: string, to: string) {
  for (const field of fields) if (it[field] === from) it[field] = to;
}

/** The same object with one key called otherwise, in the same order. */
function rekeyed<T>(all: Record<string, T>, from: string, to: string): Record<string, T> {
  return Object.fromEntries(Object.entries(all).map(([key, value]) => [key === from ? to : key, value]));
}

const LINK = /(\blink\(\s*)(['"])(\w+)\2(?:(\s*,\s*)(['"])(\w+)\5)?/g;

/** Links in any text of the document: `link('booking', 'choose')`. */
function relink(doc: AppDocument, to: (flow: string, step?: string) => [string, string | undefined] | undefined) {
  for (const it of objects({ triggers: doc.triggers, flows: doc.flows, answers: doc.answers }))
    for (const [key, value] of Object.entries(it)) {
      if (typeof value === "string" && value.includes("link(")) it[key] = linked(value, to);
      else if (Array.isArray(value) && value.some(part => typeof part === "string" && part.includes("link("))) it[key] = value.map(part => (typeof part === "string" ? linked(part, to) : part));
    }
}

const linked = (text: string, to: (flow: string, step?: string) => [string, string | undefined] | undefined) =>
  text.replace(LINK, (all: string, before: string, quote: string, flow: string, comma?: string, quoted?: string, step?: string) => {
    const after = to(flow, step);
    if (!after) return all;
    return `${before}${quote}${after[0]}${quote}${step ? `${comma}${quoted}${after[1]}${quoted}` : ""}`;
  });
