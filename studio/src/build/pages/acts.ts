// What is done with the controls of a page. A control is named by its id or by its path in the page: `2/controls/0`.
import { type AppDocument, at, type Control } from "../document";
import { list } from "../steps/said";

const isControl = (it: unknown): it is Control => typeof it === "object" && it !== null;
export const childrenOf = (it: unknown): Control[] => (isControl(it) && "controls" in it ? (list(it.controls) as Control[]) : []);

/** The path of a control that is named by its id, or by its path already; nothing when it is not there. */
export function pathOfControl(controls: unknown, control: string): string | undefined {
  if (/^\d+(\/controls\/\d+)*$/.test(control)) return isControl(at(controls, control)) ? control : undefined;
  return find(list(controls) as Control[], control);
}

function find(controls: Control[], id: string, path = ""): string | undefined {
  for (const [index, it] of controls.entries()) {
    if (isControl(it) && "id" in it && it.id === id) return `${path}${index}`;
    const inside = find(childrenOf(it), id, `${path}${index}/controls/`);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** Whether it stands among what a list repeats, where fewer kinds of controls may be. */
export function inList(controls: unknown, path: string): boolean {
  const parts = path.split("/controls/");
  return parts.some((_, depth) => depth > 0 && (at(controls, parts.slice(0, depth).join("/controls/")) as Control | undefined)?.type === "list");
}

/** The list in which a path stands, and its place there: `2/controls/0` → the list of `2`, 0. */
export function split(path: string): { parent: string; index: number } {
  const end = path.lastIndexOf("/");
  return end < 0 ? { parent: "", index: Number(path) } : { parent: path.slice(0, end - "/controls".length), index: Number(path.slice(end + 1)) };
}

export const join = (parent: string, index: number) => (parent ? `${parent}/controls/${index}` : String(index));

/** The list of controls at a place of a page, made where there is none yet. */
function listAt(doc: AppDocument, page: string, parent: string): Control[] {
  const path = parent ? `${page}/${parent}/controls` : page;
  const holder = at(doc, path.slice(0, path.lastIndexOf("/"))) as { controls?: Control[] } | undefined;
  if (!holder) return [];
  if (!Array.isArray(holder.controls)) holder.controls = [];
  return holder.controls;
}

/** Every id on a page, so that a new one is free. */
export function idsOf(controls: unknown): Record<string, true> {
  const ids: Record<string, true> = {};
  const visit = (all: Control[]) => all.forEach(it => {
    if (isControl(it) && "id" in it && it.id) ids[it.id] = true;
    visit(childrenOf(it));
  });
  visit(list(controls) as Control[]);
  return ids;
}

export function addControl(doc: AppDocument, page: string, parent: string, index: number, control: Control): string {
  const all = listAt(doc, page, parent);
  const to = Math.max(0, Math.min(index, all.length));
  all.splice(to, 0, control);
  return join(parent, to);
}

export function removeControl(doc: AppDocument, page: string, path: string) {
  const { parent, index } = split(path);
  listAt(doc, page, parent).splice(index, 1);
}

/** Moves a control before the place that an index had before the move; answers where it stands then. */
export function moveControl(doc: AppDocument, page: string, from: string, parent: string, index: number): string {
  if (parent === from || parent.startsWith(`${from}/`)) return from;
  const source = split(from);
  const [control] = listAt(doc, page, source.parent).splice(source.index, 1);
  if (!control) return from;
  const to = source.parent === parent && source.index < index ? index - 1 : index;
  return addControl(doc, page, shifted(parent, source), to, control);
}

/** A path as it is once something before it was taken out. */
function shifted(path: string, gone: { parent: string; index: number }): string {
  const before = gone.parent ? `${gone.parent}/controls/` : "";
  if (!path.startsWith(before)) return path;
  const [first = "", ...rest] = path.slice(before.length).split("/");
  return first !== "" && Number(first) > gone.index ? [`${before}${Number(first) - 1}`, ...rest].join("/") : path;
}

export function duplicateControl(doc: AppDocument, page: string, path: string): string {
  const { parent, index } = split(path);
  const copy = JSON.parse(JSON.stringify(at(doc, `${page}/${path}`))) as Control;
  renew(copy, idsOf(at(doc, page)));
  return addControl(doc, page, parent, index + 1, copy);
}

/** Names of a copy must be its own. */
function renew(it: Control, taken: Record<string, true>) {
  if ("id" in it && it.id) {
    let number = 2;
    while (`${it.id}_${number}` in taken) number++;
    it.id = `${it.id}_${number}`;
    taken[it.id] = true;
  }
  childrenOf(it).forEach(child => renew(child, taken));
}
