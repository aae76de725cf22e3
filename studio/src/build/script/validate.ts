// What the schema says against a document, at once and in words. The server knows more, and says it after the next save: whether a field must be given
// may hang on another one (a list that is shown needs no id), which the schema cannot say.
import { isPlain, type Plain } from "../document";
import { type Schema, Schemas, shapeOf } from "./schema";
import { words } from "./words";

export interface Mistake {
  path: string[];
  /** The mistake is in the name of the field, not in what it holds. */
  key?: boolean;
  text: string;
  wayOut: string;
}

const w = words.schema;

const IS: Record<string, (it: unknown) => boolean> = {
  object: isPlain,
  array: Array.isArray,
  string: it => typeof it === "string",
  boolean: it => typeof it === "boolean",
  number: it => typeof it === "number",
  integer: it => Number.isInteger(it),
};

export function validate(schemas: Schemas, value: unknown, schema: Schema | undefined, path: string[] = []): Mistake[] {
  if (!schema) return [];
  const it = schemas.of(schema, shapeOf(value));
  const wrong = shape(it, value);
  if (wrong) return [{ path, ...wrong }];
  if (Array.isArray(value)) return value.flatMap((item, at) => validate(schemas, item, it.items, [...path, String(at)]));
  return isPlain(value) ? fields(schemas, value, it, path) : [];
}

function fields(schemas: Schemas, value: Plain, it: Schema, path: string[]): Mistake[] {
  const found: Mistake[] = [];
  if (it.required?.includes("type") && !("type" in value)) found.push({ path, key: true, ...w.missing("type") });
  for (const [key, inner] of Object.entries(value)) {
    const below = schemas.inside(it, key);
    const named = it.propertyNames && !(key in (it.properties ?? {})) ? shape(schemas.follow(it.propertyNames), key) : undefined;
    if (named) found.push({ path: [...path, key], key: true, ...named });
    else if (below) found.push(...validate(schemas, inner, below, [...path, key]));
    else if (it.additionalProperties === false) found.push({ path: [...path, key], key: true, ...w.unknown(key, near(key, Object.keys(it.properties ?? {}))) });
  }
  return found;
}

/** What is wrong with the value itself. */
function shape(it: Schema, value: unknown): { text: string; wayOut: string } | undefined {
  const types = [it.type ?? []].flat();
  if (types.length > 0 && !types.some(type => IS[type]?.(value))) return w.type(types, value);
  if (it.const !== undefined && value !== it.const) return w.oneOf([it.const]);
  const choices = it.enum ?? (it.anyOf && !isPlain(value) ? it.anyOf.flatMap(one => one.enum ?? []) : undefined);
  if (choices?.length && !choices.includes(value)) return w.oneOf(choices);
  if (it.properties?.type?.enum && isPlain(value) && "type" in value && !it.properties.type.enum.includes(value.type)) return w.oneOf(it.properties.type.enum);
  if (typeof value === "string" && it.maxLength !== undefined && value.length > it.maxLength) return w.long(it.maxLength);
  if (typeof value === "string" && it.pattern && !new RegExp(it.pattern, "u").test(value)) return it["x-wayfare"] === "duration" ? w.duration : w.pattern(it.pattern);
  if (typeof value === "number" && (value < (it.minimum ?? -Infinity) || value > (it.maximum ?? Infinity))) return w.range(it.minimum, it.maximum);
  return undefined;
}

/** The name that was probably meant. */
export function near(name: string, among: string[]): string | undefined {
  const [best] = among.map(it => ({ it, far: distance(name, it) })).sort((a, b) => a.far - b.far);
  return best && best.far <= Math.max(name.length > 3 ? 2 : 1, name.length / 3) ? best.it : undefined;
}

/** How many letters differ (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  [...one].forEach((letter, above) => {
    const next = [above + 1];
    [...other].forEach((it, at) => next.push(Math.min((row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1, (row[at] ?? 0) + (letter === it ? 0 : 1))));
    row = next;
  });
  return row.at(-1) ?? 0;
}
