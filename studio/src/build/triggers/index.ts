// Every trigger type has a folder here; one without it does not compile.
import type { Trigger, TriggerType } from "../document";
import type { TriggerFolder } from "./folder";
import { trigger as text } from "./text";
import { trigger as call } from "./call";
import { trigger as web } from "./web";
import { trigger as schedule } from "./schedule";
import { trigger as api } from "./api";

export const triggers: { [T in TriggerType]: TriggerFolder<T> } = {
  text,
  call,
  web,
  schedule,
  api,
};

/** The folder of a trigger's type; none where the script holds a type that there is not. */
export const triggerFolderOf = (type: string | undefined): TriggerFolder<TriggerType> | undefined =>
  type !== undefined && Object.hasOwn(triggers, type) ? (triggers[type as TriggerType] as TriggerFolder<TriggerType>) : undefined;

export const saysOfTrigger = (it: Trigger): string => triggerFolderOf(it.type)?.says(it) ?? String(it.type);
