// For tests: whether something is as the schema wants it, and something that has every field of a shape.
import Ajv from "ajv/dist/2020";
import { type Kind, schema, type Shape } from "../inspect/schema";

const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addSchema(schema as object, "app");

/** What is wrong with a value by the schema's definition of it; nothing when it fits. */
export function faults(definition: string, value: unknown): string[] {
  const check = ajv.getSchema(`app#/$defs/${definition}`);
  if (!check) throw new Error(`The schema defines no ${definition}`);
  check(value);
  return (check.errors ?? []).map(it => `${it.instancePath} ${it.message}`);
}

/** Paths in a shape at which a field of this kind stands, with `one` for the name of an entry and 0 for the place in a list. */
export function pathsOf(shape: Shape, kind: Kind, path = ""): string[] {
  if (shape["x-wayfare"] === kind) return [path];
  const below = (name: string) => (path ? `${path}/${name}` : name);
  return [
    ...Object.entries(shape.properties ?? {}).flatMap(([name, it]) => pathsOf(it, kind, below(name))),
    ...(shape.additionalProperties ? pathsOf(shape.additionalProperties, kind, below("one")) : []),
    ...(shape.items ? pathsOf(shape.items, kind, below("0")) : []),
  ];
}

/** Puts a value at a path, and the objects and lists on the way to it. */
export function put(into: unknown, path: string, value: unknown) {
  const keys = path.split("/");
  keys.reduce((holder, key, at) => {
    const here = holder as Record<string, unknown>;
    here[key] = at === keys.length - 1 ? value : (here[key] ?? (keys[at + 1] === "0" ? [] : {}));
    return here[key];
  }, into);
}
