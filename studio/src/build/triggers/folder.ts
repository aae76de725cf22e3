// What the studio knows about one type of trigger: how it is called, which flows it may start, and what a new one is.
import type { Icon } from "@tabler/icons-react";
import type { AppDocument, FlowChannel, Trigger, TriggerType } from "../document";

export type TriggerOf<T extends TriggerType> = Extract<Trigger, { type: T }>;

export interface TriggerFolder<T extends TriggerType> {
  type: T;
  icon: Icon;
  name: string;
  hint: string;
  /** Channels of the flows that it may start. */
  channels: FlowChannel[];
  /** A new one; with the document at hand it starts the first flow that fits. */
  make(doc?: AppDocument): TriggerOf<T>;
  says(trigger: TriggerOf<T>): string;
}
