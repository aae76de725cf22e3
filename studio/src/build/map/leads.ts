// How triggers and flows lead to one another.
import type { AppDocument } from "../document";

export type Kind = "trigger" | "run" | "enter" | "start" | "link" | "timer" | "hung_up" | "unanswered";

export interface Lead {
  from: string;
  to: string;
  kinds: Kind[];
}

const LINK = /\blink\(\s*['"](\w+)['"]/g;

/** Every way from a trigger (`triggers/x`) or a flow (`flows/x`) to a flow, the kinds of it together. */
export function leads(doc: AppDocument): Lead[] {
  const found = new Map<string, Lead>();
  const add = (from: string, flow: unknown, kind: Kind) => {
    if (typeof flow !== "string" || !doc.flows?.[flow] || from === `flows/${flow}`) return;
    const key = `${from} ${flow}`;
    const lead = found.get(key) ?? { from, to: `flows/${flow}`, kinds: [] };
    if (!lead.kinds.includes(kind)) lead.kinds.push(kind);
    found.set(key, lead);
  };
  for (const [name, it] of Object.entries(doc.triggers ?? {})) {
    add(`triggers/${name}`, it.flow, "trigger");
    if ("hung_up" in it) add(`triggers/${name}`, it.hung_up, "hung_up");
  }
  for (const [name, flow] of Object.entries(doc.flows ?? {}))
    for (const step of Object.values(flow.steps ?? {})) {
      const from = `flows/${name}`;
      if (step.type === "run" || step.type === "enter" || step.type === "start" || step.type === "timer") add(from, step.flow, step.type);
      if (step.type === "start") {
        add(from, step.unanswered, "unanswered");
        add(from, step.hung_up, "hung_up");
      }
      for (const [, to] of JSON.stringify(step).matchAll(LINK)) add(from, to, "link");
    }
  return [...found.values()];
}
