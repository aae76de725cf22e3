// What is done with whole flows and triggers.
import { type AppDocument, type Canvas, type Flow, type FlowChannel, freeName, type Trigger, type TriggerType } from "../document";
import { words } from "../words";

const w = words.first;
const FIRST: Record<FlowChannel, () => Flow["steps"]> = {
  text: () => ({ hello: { type: "say", text: w.text } }),
  voice: () => ({ hello: { type: "say", text: w.voice, next: "over" }, over: { type: "hang_up" } }),
  web: () => ({ welcome: { type: "page", title: w.title, controls: [{ type: "button", label: w.go }] } }),
  none: () => ({ done: { type: "stop" } }),
};
const NAMES: Record<FlowChannel, string> = { text: "chat", voice: "hotline", web: "pages", none: "work" };
const channelOf: Record<TriggerType, FlowChannel> = { text: "text", call: "voice", web: "web", schedule: "none", api: "none" };
const TRIGGER_NAMES: Record<TriggerType, string> = { text: "texted", call: "called", web: "visited", schedule: "every_morning", api: "asked" };

/** Adds a flow with one step, so that it can be tried at once; answers its name. */
export function addFlow(doc: AppDocument, channel: FlowChannel, wish = NAMES[channel]): string {
  doc.flows ??= {};
  const name = freeName(wish, doc.flows);
  const steps = FIRST[channel]();
  doc.flows[name] = { ...(channel === "none" ? {} : { channel }), start: Object.keys(steps)[0] as string, steps };
  return name;
}

/** Adds a trigger to the first flow that fits it, or to a new one. */
export function addTrigger(doc: AppDocument, type: TriggerType): string {
  doc.triggers ??= {};
  const channel = channelOf[type];
  const flow = Object.entries(doc.flows ?? {}).find(([, it]) => (it.channel ?? "none") === channel)?.[0] ?? addFlow(doc, channel);
  const name = freeName(TRIGGER_NAMES[type], doc.triggers);
  doc.triggers[name] = newTrigger(type, flow, name);
  return name;
}

function newTrigger(type: TriggerType, flow: string, name: string): Trigger {
  switch (type) {
    case "schedule":
      return { type, flow, cron: "0 8 * * *" };
    case "api":
      return { type, flow, method: "post", path: `/${name}` };
    case "text":
    case "call":
    case "web":
      return { type, flow };
  }
}

export function duplicateFlow(doc: AppDocument, name: string): string {
  const copy = freeName(name, doc.flows);
  if (!doc.flows?.[name]) return name;
  doc.flows[copy] = structuredClone(JSON.parse(JSON.stringify(doc.flows[name])) as Flow);
  const spots = (doc.canvas as Canvas | undefined)?.flows;
  if (spots?.[name]) spots[copy] = { ...spots[name] };
  return copy;
}

export function duplicateTrigger(doc: AppDocument, name: string): string {
  const copy = freeName(name, doc.triggers);
  if (doc.triggers?.[name]) doc.triggers[copy] = JSON.parse(JSON.stringify(doc.triggers[name])) as Trigger;
  return copy;
}

export function removeFlow(doc: AppDocument, name: string) {
  delete doc.flows?.[name];
  delete (doc.canvas as Canvas | undefined)?.flows?.[name];
}

export function removeTrigger(doc: AppDocument, name: string) {
  delete doc.triggers?.[name];
}
