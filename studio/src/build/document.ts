// The app document as the studio holds it: plain JSON, typed by what `npm run types` writes.
import type { AppDocument, Control, Step, Trigger } from "./app-document";

export type { AppDocument, Control, Step, Trigger };
export type Flows = NonNullable<AppDocument["flows"]>;
export type Flow = Flows[string];
export type StepType = Step["type"];
export type ControlType = Control["type"];
export type TriggerType = Trigger["type"];
export type FlowChannel = NonNullable<Flow["channel"]>;
export type StepOf<T extends StepType> = Extract<Step, { type: T }>;
export type ControlOf<T extends ControlType> = Extract<Control, { type: T }>;

/** Where a card stands on the canvas, in pixels; the whole is kept in `canvas`, which no hash looks at. */
export type Spot = [x: number, y: number];
export interface Canvas {
  flows?: Record<string, Record<string, Spot>>;
}

export const canvasOf = (doc: AppDocument): Canvas => (doc.canvas ?? {}) as Canvas;

export type Plain = Record<string, unknown>;

/** An object of JSON: no list, not nothing. */
export const isPlain = (it: unknown): it is Plain => typeof it === "object" && it !== null && !Array.isArray(it);

/** The value at a path as the server's problems write it: `flows/helper/steps/which/text`. */
export function at(doc: unknown, path: string): unknown {
  return path.split("/").filter(Boolean).reduce<unknown>((it, key) => (it as Record<string, unknown> | undefined)?.[key], doc);
}

/** Names in a document: lower-case letters, digits and _, begun by a letter. */
export const NAME = /^[a-z][a-z0-9_]{0,62}$/;

/** A name that is free here, near to what was wished. */
export function freeName(wish: string, taken: object | undefined): string {
  const base = wish.toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^[^a-z]+|_+$/g, "").slice(0, 60) || "step";
  if (!taken || !(base in taken)) return base;
  for (let number = 2; ; number++) if (!(`${base}_${number}` in taken)) return `${base}_${number}`;
}
