// What the server tells of a replay, by name.
import type { components } from "../../api/schema";
import type { Outcome } from "./events";

type Schemas = components["schemas"];
type Values = Record<string, unknown>;

export type Effect = Schemas["PlayedEffect"];
export type Timer = Schemas["PlayedTimer"];
export type Page = Schemas["PlayedPage"];
export type Call = Schemas["PlayedCall"];
export type Change = Omit<Schemas["PlayedChange"], "before" | "after"> & { before?: unknown; after?: unknown };
export type Ask = Omit<Schemas["PlayedAsk"], "request" | "usual"> & { request: Values; usual: Outcome };
export type Turn = Omit<Schemas["PlayedTurn"], "changes"> & { changes: Change[] };
export type Journey = Omit<Schemas["PlayedJourney"], "variables" | "contact" | "frames"> & {
  variables: Values;
  contact: Values;
  frames: Record<string, { flow: string; step: string; variables: Values }[]>;
};

export type View = Omit<Schemas["PreviewView"], "asked" | "turns" | "journey"> & { asked: Ask[]; turns: Turn[]; journey: Journey };
