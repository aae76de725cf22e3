// Two people changed one document: what only one of them touched is taken from whoever touched it.
import { isPlain, type Plain } from "./document";

export interface Merged<T> {
  doc: T;
  /** Paths that both changed, each in another way; there, what is mine stands in `doc`. */
  clashes: string[];
}

export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((it, at) => same(it, other[at]));
  if (!isPlain(one) || !isPlain(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every(key => key in other && same(one[key], other[key]));
}

/** Merges by the keys of objects; a list is one value, as its order means something. */
export function merge<T>(base: T, mine: T, theirs: T): Merged<T> {
  const clashes: string[] = [];
  return { doc: join(base, mine, theirs, "", clashes) as T, clashes };
}

function join(base: unknown, mine: unknown, theirs: unknown, path: string, clashes: string[]): unknown {
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  if (isPlain(mine) && isPlain(theirs)) return keys(isPlain(base) ? base : {}, mine, theirs, path, clashes);
  if (path !== "canvas" && !path.startsWith("canvas/")) clashes.push(path);
  return mine;
}

function keys(base: Plain, mine: Plain, theirs: Plain, path: string, clashes: string[]): Plain {
  const joined: Plain = {};
  for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const value = join(base[key], mine[key], theirs[key], path ? `${path}/${key}` : key, clashes);
    if (value !== undefined) joined[key] = value;
  }
  return joined;
}
