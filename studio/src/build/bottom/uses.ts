// Where variables are set and where they are read.
import type { AppDocument, Step } from "../document";

export interface Use {
  /** The place in the document: `flows/helper/steps/which/into`. */
  path: string;
  label: string;
}

export interface Variable {
  name: string;
  type: string;
  /** The flow that it belongs to, if it is not the whole journey's. */
  flow?: string;
  set: Use[];
  read: Use[];
}

/** Fields that hold an expression, as the schema marks them; a test holds the two together. */
export const EXPRESSIONS = ["check", "when", "in", "to", "until", "at", "progress", "visible", "options_from", "value", "phone", "email", "first_name", "last_name", "name", "time_zone", "cc", "reply_to", "attachments", "file", "skip", "each", "contact_phone", "contact_email", "journey_link", "most", "min", "max"];
const MAPS = ["values", "with", "result", "query", "headers"];
const WORDS = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|(\.?)\b([a-z_][a-zA-Z0-9_]*)\b(?!\s*\()/g;

/** Names that an expression reads, without what stands in quotes or after a dot. */
export const namesIn = (expression: string): string[] => [...expression.matchAll(WORDS)].flatMap(([, dot, name]) => (name && !dot ? [name] : []));

const inTemplate = (text: string) => [...text.matchAll(/\{\{(.*?)\}\}/gs)].flatMap(([, inner]) => namesIn(inner ?? ""));
const typeOf = (it: unknown) => (typeof it === "string" ? it : ((it as { type?: string } | null)?.type ?? "any"));

export function variables(doc: AppDocument): Variable[] {
  const whole = Object.entries(doc.variables ?? {}).map(([name, it]): Variable => ({ name, type: typeOf(it), set: [], read: [] }));
  const all = new Map(whole.map(it => [it.name, it]));
  const own: Variable[] = [];
  for (const [flowName, flow] of Object.entries(doc.flows ?? {})) {
    const mine = new Map(Object.entries({ ...flow.inputs, ...flow.variables }).map(([name, it]): [string, Variable] => [name, { name, type: typeOf(it), flow: flowName, set: [], read: [] }]));
    own.push(...mine.values());
    const find = (name: string) => mine.get(name) ?? all.get(name) ?? undefined;
    for (const [id, step] of Object.entries(flow.steps ?? {})) {
      const uses = usesOf(step);
      const told = (field: string): Use => ({ path: `flows/${flowName}/steps/${id}/${field}`, label: `${flowName} / ${id}` });
      for (const [name, field] of uses.set) push(find(name) ?? made(all, name), "set", told(field));
      for (const [name, field] of uses.read) push(find(name), "read", told(field));
    }
  }
  return [...all.values(), ...own];
}

function made(all: Map<string, Variable>, name: string): Variable {
  const it: Variable = { name, type: "any", set: [], read: [] };
  all.set(name, it);
  return it;
}

function push(to: Variable | undefined, how: "set" | "read", use: Use) {
  if (to && !to[how].some(it => it.label === use.label)) to[how].push(use);
}

interface Uses {
  set: [name: string, field: string][];
  read: [name: string, field: string][];
}

const known = new WeakMap<Step, Uses>();

function usesOf(step: Step): Uses {
  const before = known.get(step);
  if (before) return before;
  const uses: Uses = { set: [], read: [] };
  if (step.type === "set") for (const name of Object.keys(step.values ?? {})) uses.set.push([name, `values/${name}`]);
  if (step.type === "each" && step.as) uses.set.push([step.as, "as"]);
  walk(step, "", "", uses);
  known.set(step, uses);
  return uses;
}

function walk(it: unknown, key: string, path: string, uses: Uses, inMap = false) {
  if (typeof it === "string") {
    if (key === "into" || key === "status_into") uses.set.push([it, path]);
    else if (it.includes("{{")) for (const name of inTemplate(it)) uses.read.push([name, path]);
    else if (inMap || EXPRESSIONS.includes(key)) for (const name of namesIn(it)) uses.read.push([name, path]);
  } else if (typeof it === "object" && it !== null) {
    const control = it as { type?: string; id?: string };
    if (path.includes("controls") && control.id && control.type !== "button") uses.set.push([control.id, path]);
    for (const [name, value] of Object.entries(it)) walk(value, name, path ? `${path}/${name}` : name, uses, MAPS.includes(key));
  }
}
