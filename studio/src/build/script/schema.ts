// Walks the schema of the app document: what may stand at a place.
import { isPlain } from "../document";

export interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  description?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  propertyNames?: Schema;
  items?: Schema;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  anyOf?: Schema[];
  allOf?: { if: { properties: { type: { const: string } } }; then: Schema }[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  "x-wayfare"?: "template" | "expression" | "step" | "variable" | "flow" | "duration";
}

/** What a place holds as far as choosing a schema goes: its `type`, and whether it is an object. */
export interface Shape {
  type?: unknown;
  map: boolean;
}

export class Schemas {
  constructor(readonly root: Schema) {}

  /** The schema that counts for a value: references followed, one of several chosen by what stands there. */
  of(schema: Schema, shape: Shape): Schema {
    const it = this.follow(schema);
    if (it.allOf) {
      const chosen = it.allOf.find(each => each.if.properties.type.const === shape.type);
      return chosen ? this.follow(chosen.then) : it;
    }
    const one = it.anyOf?.find(each => (each.type === "object") === shape.map);
    return one ? this.follow(one) : it;
  }

  /** The schema of a field or an item, where the schema of what holds it is chosen already. */
  inside(schema: Schema, key: string): Schema | undefined {
    if (schema.properties && key in schema.properties) return schema.properties[key];
    if (schema.items && /^\d+$/.test(key)) return schema.items;
    return typeof schema.additionalProperties === "object" ? schema.additionalProperties : undefined;
  }

  /** The types that may stand here, each with what it is for. */
  types(schema: Schema): { type: string; description?: string }[] {
    return (this.follow(schema).allOf ?? []).map(it => ({ type: it.if.properties.type.const, description: this.follow(it.then).description }));
  }

  follow(schema: Schema): Schema {
    const name = schema.$ref?.replace("#/$defs/", "");
    return name === undefined ? schema : this.follow(this.root.$defs?.[name] ?? {});
  }
}

export const shapeOf = (it: unknown): Shape => ({ map: isPlain(it), type: isPlain(it) ? it.type : undefined });

/** The schema of a place in a document, with the choices that the document makes on the way. */
export function schemaAt(schemas: Schemas, doc: unknown, path: string[]): Schema | undefined {
  let schema: Schema | undefined = schemas.root;
  let here = doc;
  for (const key of path) {
    schema = schemas.inside(schemas.of(schema, shapeOf(here)), key);
    if (!schema) return undefined;
    here = (here as Record<string, unknown> | undefined)?.[key];
  }
  return schema;
}

/** The document with the fields of every object in the order of its schema, unknown ones last; as the server brings it into order for an export. */
export function ordered(schemas: Schemas, it: unknown, schema: Schema | undefined): unknown {
  if (!schema || typeof it !== "object" || it === null) return it;
  const mine = schemas.of(schema, shapeOf(it));
  if (Array.isArray(it)) return it.map(item => ordered(schemas, item, mine.items));
  const keys = Object.keys(it);
  const known = Object.keys(mine.properties ?? {});
  const order = known.length ? [...known.filter(key => key in it), ...keys.filter(key => !known.includes(key))] : keys;
  return Object.fromEntries(order.map(key => [key, ordered(schemas, (it as Record<string, unknown>)[key], schemas.inside(mine, key))]));
}
