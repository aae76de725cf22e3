// The shapes of what is edited, read from the schema that the server's code writes.
import raw from "../../../../docs/app.schema.json?raw";

export type Kind = "template" | "expression" | "step" | "variable" | "flow" | "duration";

export interface Shape {
  description?: string;
  type?: string | string[];
  enum?: string[];
  const?: unknown;
  default?: unknown;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  properties?: Record<string, Shape>;
  required?: string[];
  additionalProperties?: Shape | false;
  items?: Shape;
  anyOf?: Shape[];
  $ref?: string;
  "x-wayfare"?: Kind;
}

export const schema = JSON.parse(raw) as Shape & { $defs: Record<string, Shape> };

export const defined = (name: string): Shape | undefined => schema.$defs[name];

/** The shape of a step, control or trigger of this type. */
export const shapeOf = (what: "step" | "control" | "trigger", type: string): Shape | undefined => defined(`${what}.${type}`);

export const flowShape = (schema.properties?.flows?.additionalProperties || {}) as Shape;

export interface Field {
  name: string;
  shape: Shape;
  required: boolean;
}

/** The fields of an object's shape in the order of the schema; what kind of thing it is and its note are asked for elsewhere. */
export const fieldsOf = (shape: Shape): Field[] =>
  Object.entries(shape.properties ?? {})
    .filter(([name]) => name !== "type" && name !== "note")
    .map(([name, it]) => ({ name, shape: it, required: shape.required?.includes(name) ?? false }));
