// What the studio knows about one type of step: how it is called, what a new one is, what its card says and where it leads.
import type { Icon } from "@tabler/icons-react";
import type { AppDocument, FlowChannel, StepOf, StepType } from "../document";

export type Group = "say" | "ask" | "logic" | "data" | "world" | "end";

/** A way out of a step; `key` is the path in the step where the target stands: `next`, `options/yes/next`. */
export interface Exit {
  key: string;
  label: string;
  to?: string;
}

export interface StepFolder<T extends StepType> {
  type: T;
  group: Group;
  icon: Icon;
  name: string;
  hint: string;
  channels: FlowChannel[];
  /** Fields that are wanted often and stand beside the required ones in the inspector. */
  main?: readonly string[];
  /** A new one; with the document at hand it takes what is there, such as the first flow that fits. */
  make(doc?: AppDocument): StepOf<T>;
  /** What a person reads on its card, in one or two lines; never empty, whatever the step lacks. */
  says(step: StepOf<T>): string;
  exits(step: StepOf<T>): Exit[];
}

export const everywhere: FlowChannel[] = ["text", "voice", "web", "none"];
export const spoken: FlowChannel[] = ["text", "voice"];

/** The first flow of one of these channels, or a name that asks to choose one. */
export function firstFlow(doc: AppDocument | undefined, ...channels: FlowChannel[]): string {
  const found = Object.entries(doc?.flows ?? {}).find(([, flow]) => channels.includes(flow.channel ?? "none"));
  return found?.[0] ?? "choose_a_flow";
}
