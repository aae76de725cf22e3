// Reading and writing a document by the paths in which problems speak of it.
import type { AppDocument } from "../document";

type Holder = Record<string, unknown>;

export const below = (path: string, key: string | number) => (path ? `${path}/${key}` : String(key));
export const lastOf = (path: string) => path.slice(path.lastIndexOf("/") + 1);

/** Writes a value, and the objects on the way to it; `undefined` takes the field away. For use inside `editor.change`. */
export function write(doc: AppDocument, path: string, value: unknown) {
  const keys = path.split("/");
  const field = keys.pop() as string;
  let holder = doc as unknown as Holder;
  for (const key of keys) {
    if (typeof holder[key] !== "object" || holder[key] === null) {
      if (value === undefined) return;
      holder[key] = {};
    }
    holder = holder[key] as Holder;
  }
  if (value !== undefined) holder[field] = value;
  else if (Array.isArray(holder)) holder.splice(Number(field), 1);
  else delete holder[field];
}

/** What a path speaks of, in a word: the step, trigger or flow in it. */
export function nameOf(path: string): string {
  const [kind, name, part, step] = path.split("/");
  if (kind === "flows" && part === "steps" && step) return step;
  return (kind === "flows" || kind === "triggers") && name ? name : (kind ?? "");
}

/** The same object with one key called otherwise, in the same order. */
export const rekeyed = <T>(all: Record<string, T>, from: string, to: string): Record<string, T> =>
  Object.fromEntries(Object.entries(all).map(([key, value]) => [key === from ? to : key, value]));

/** The same object with its entries in another order: the entry at `from` stands at `to`. */
export const reordered = <T>(all: Record<string, T>, from: number, to: number): Record<string, T> => Object.fromEntries(moved(Object.entries(all), from, to));

export function moved<T>(all: readonly T[], from: number, to: number): T[] {
  const rest = [...all];
  const [it] = rest.splice(from, 1);
  if (it !== undefined) rest.splice(Math.max(0, Math.min(to, rest.length)), 0, it);
  return rest;
}
