import type { AppDocument } from "../document";

interface Entry {
  value: string;
  label: string;
}

interface Group {
  group: string;
  items: Entry[];
}

let last: { doc: unknown; flow?: string; groups: Group[] } | undefined;

/** Where one can go in a script: the steps of a flow, or the parts of the document and every flow's steps. The same object while the document is the same. */
export function outline(doc: AppDocument, flow?: string): Group[] {
  const part = flow === undefined ? doc : doc.flows?.[flow];
  if (last && last.doc === part && last.flow === flow) return last.groups;
  const groups = flow === undefined ? all(doc) : [steps(flow, doc.flows?.[flow]?.steps, ["steps"])];
  last = { doc: part, flow, groups };
  return groups;
}

function all(doc: AppDocument): Group[] {
  const top = { group: doc.title ?? doc.name, items: Object.keys(doc).map(key => ({ value: key, label: key })) };
  const triggers = { group: "triggers", items: Object.keys(doc.triggers ?? {}).map(key => ({ value: `triggers/${key}`, label: key })) };
  return [top, triggers, ...Object.entries(doc.flows ?? {}).map(([name, it]) => steps(name, it.steps, ["flows", name, "steps"]))];
}

const steps = (group: string, of: object | undefined, path: string[]): Group => ({
  group, items: Object.entries((of ?? {}) as Record<string, { type: string }>).map(([name, it]) => ({ value: [...path, name].join("/"), label: `${name} · ${it.type}` })),
});
