// A part of the document, put back in its place.
import { isPlain, type Plain } from "../document";

/** The new value, made of the old one's very objects wherever nothing differs: so only what was changed is drawn anew. */
export function graft(old: unknown, next: unknown): unknown {
  if (old === next) return old;
  if (Array.isArray(old) && Array.isArray(next)) {
    const made = next.map((it, at) => graft(old[at], it));
    return made.length === old.length && made.every((it, at) => it === old[at]) ? old : made;
  }
  if (!isPlain(old) || !isPlain(next)) return next;
  const made = Object.fromEntries(Object.entries(next).map(([key, it]) => [key, graft(old[key], it)]));
  const [before, keys] = [Object.keys(old), Object.keys(made)];
  return keys.length === before.length && keys.every((key, at) => key === before[at] && made[key] === old[key]) ? old : made;
}

/** The document with another value at this path. */
export function placed(doc: unknown, path: string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const holder = (doc ?? {}) as Plain;
  return { ...holder, [key]: placed(holder[key], rest, value) };
}
