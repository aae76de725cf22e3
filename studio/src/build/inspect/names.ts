// Names that can be used in a flow: what is declared, and what its steps and controls keep answers in.
import type { AppDocument, Control, Flow } from "../document";
import { list } from "../steps/said";

export interface Named {
  name: string;
  type?: string;
  note?: string;
}

type Declared = Record<string, unknown> | undefined;

const typeOf = (it: unknown): string | undefined => (typeof it === "string" ? it : ((it as { type?: string } | null)?.type ?? undefined));
const noteOf = (it: unknown): string | undefined => (typeof it === "object" && it !== null ? (it as { note?: string }).note : undefined);
const declared = (all: Declared, prefix = ""): Named[] => Object.entries(all ?? {}).map(([name, it]) => ({ name: prefix + name, type: typeOf(it), note: noteOf(it) }));

/** Variables of the app and of a flow, declared or only set somewhere; each once. */
export function variablesOf(doc: AppDocument, flow?: Flow): Named[] {
  const found = new Map<string, Named>();
  const add = (it: Named) => found.has(it.name) || found.set(it.name, it);
  [...declared(flow?.variables), ...declared(flow?.inputs), ...declared(doc.variables)].forEach(add);
  for (const one of flow ? [flow] : Object.values(doc.flows ?? {})) for (const name of setIn(one)) add({ name });
  return [...found.values()];
}

function setIn(flow: Flow): string[] {
  return Object.values(flow.steps ?? {}).flatMap(step => {
    const { into, status_into: status, as } = step as { into?: string; status_into?: string; as?: string };
    const values = step.type === "set" ? Object.keys(step.values ?? {}) : [];
    const asked = step.type === "page" ? list(step.controls).flatMap(it => keptBy(it as Control)) : [];
    return [into, status, as, ...values, ...asked].filter((it): it is string => typeof it === "string" && it !== "");
  });
}

function keptBy(control: Control): string[] {
  const it = control as { id?: string; into?: string; label?: string; controls?: Control[]; type: string };
  if (it.type === "container" || it.type === "form") return list(it.controls).flatMap(one => keptBy(one as Control));
  return it.id !== undefined && "label" in it && it.type !== "link" && it.type !== "button" ? [it.into ?? it.id] : [];
}

const CONTACT = ["first_name", "last_name", "name", "email", "phone", "time_zone"];

/** What an expression here may name as far as the studio knows by itself. */
export const knownNames = (doc: AppDocument, flow?: Flow): Named[] => [
  ...variablesOf(doc, flow),
  ...CONTACT.map(it => ({ name: `contact.${it}`, type: "text" })),
  ...declared(doc.profile_values, "profile."),
  { name: "now", type: "moment" },
];

/** The type of a variable that would take what this step or control gives into this field. */
export function fitting(thing: unknown, field: string): string {
  const it = (thing ?? {}) as Record<string, unknown>;
  if (field === "status_into") return "number";
  const byType = FITS[String(it.type)];
  return (typeof byType === "function" ? byType(it) : byType) ?? "text";
}

const EXPECTED: Record<string, string> = { number: "number", date: "date", time: "time", email: "email", phone: "phone", yes_no: "boolean", photo: "file", file: "file" };
const FITS: Record<string, string | ((it: Record<string, unknown>) => string)> = {
  ask: it => EXPECTED[String(it.expect ?? "text")] ?? "text",
  each: "any",
  run: "object",
  http: it => String(it.expect ?? "any"),
  records: it => (it.do === "query" ? (it.first ? "object" : "list") : it.do === "delete" || it.do === "update" ? "number" : "object"),
  file: it => (it.do === "shrink" ? "file" : "url"),
  number: "number", money: "money", date: "date", time: "time", email: "email", phone: "phone", address: "address", choices: "list", list: "list", checkbox: "boolean", consent: "object", signature: "object", rating: "number",
};
