// What may stand here: names of fields with what they are for, values, and the names that the document itself has.
import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { at as valueAt, type AppDocument } from "../document";
import { type Schema, schemaAt, Schemas, shapeOf } from "./schema";
import { type Spot, spotAt } from "./spot";
import { words } from "./words";

const w = words.completion;

/** A script stands for a part of the document: all of it, or what is at this path. */
export interface Scope {
  base: string[];
  doc: () => AppDocument;
}

export const wrapped = (base: string[], value: unknown): unknown => base.reduceRight<unknown>((it, key) => ({ [key]: it }), value);

export const completing = (schemas: Schemas, scope: Scope) => (context: CompletionContext): CompletionResult | null => {
  const spot = spotAt(context.state.doc.toString(), context.pos);
  if (!spot || (!context.explicit && spot.part === "key" && spot.from === context.pos)) return null;
  const options = choices(schemas, scope, spot);
  return options.length > 0 ? { from: spot.from, options, validFor: /^[\w-]*$/ } : null;
};

export function choices(schemas: Schemas, scope: Scope, spot: Spot): Completion[] {
  const whole = wrapped(scope.base, spot.value);
  const path = [...scope.base, ...spot.path];
  const schema = schemaAt(schemas, whole, path);
  if (!schema) return [];
  if (spot.part === "value") return values(schemas, scope, whole, path, schema, spot);
  const here = schemas.of(schema, { ...shapeOf(valueAt(whole, path.join("/"))), map: true });
  const named = here.propertyNames?.["x-wayfare"] === "variable" ? variables(scope, path) : [];
  return [...fields(here, spot), ...named.map(it => ({ ...it, apply: `${it.label}: ` }))];
}

function fields(here: Schema, spot: Spot): Completion[] {
  return Object.entries(here.properties ?? {})
    .filter(([name]) => !spot.siblings.includes(name))
    .map(([name, of], at) => ({
      label: name, type: "property", boost: (here.required?.includes(name) ? 50 : 0) - at / 10,
      detail: here.required?.includes(name) ? w.required : of.default !== undefined ? w.usual(of.default) : (of["x-wayfare"] ?? [of.type ?? []].flat()[0]),
      info: of.description,
      apply: spot.indent !== undefined && below(of) ? `${name}:\n${" ".repeat(spot.indent + 2)}${of.type === "array" ? "- " : ""}` : `${name}: `,
    }));
}

/** Whether what it holds stands on lines of its own. */
const below = (of: Schema) => of.$ref !== undefined || of.properties !== undefined || of.additionalProperties !== undefined || (of.type === "array" && of.items?.type !== "string");

function values(schemas: Schemas, scope: Scope, whole: unknown, path: string[], schema: Schema, spot: Spot): Completion[] {
  const means = schema["x-wayfare"];
  if (means === "expression" || (means === "template" && !spot.whole)) return variables(scope, path);
  if (!spot.whole) return [];
  if (means === "step") return names(valueAt(whole, `${path.slice(0, 2).join("/")}/steps`), w.step);
  if (means === "flow") return names({ ...scope.doc().flows, ...(valueAt(whole, "flows") as object | undefined) }, w.flow);
  if (means === "variable") return variables(scope, path);
  return schema.type === "boolean" ? [value("true", schema), value("false", schema)] : listed(schemas, whole, path, schema);
}

function listed(schemas: Schemas, whole: unknown, path: string[], schema: Schema): Completion[] {
  const holder = schemaAt(schemas, whole, path.slice(0, -1));
  if (path.at(-1) === "type" && holder && schemas.types(holder).length > 0)
    return schemas.types(holder).map(it => ({ label: it.type, type: "class", info: it.description }));
  const choices = schema.enum ?? schema.anyOf?.flatMap(it => it.enum ?? []) ?? [];
  return choices.map(it => value(String(it), schema));
}

const value = (label: string, schema: Schema): Completion => ({ label, type: "enum", ...(String(schema.default) === label ? { detail: w.usual(label) } : {}) });

const names = (of: unknown, detail: string): Completion[] => Object.keys((of as object | undefined) ?? {}).map(label => ({ label, type: "constant", detail }));

function variables(scope: Scope, path: string[]): Completion[] {
  const doc = scope.doc();
  const flow = path[0] === "flows" ? doc.flows?.[path[1] ?? ""] : undefined;
  return [...names(flow?.inputs, w.local), ...names(flow?.variables, w.local), ...names(doc.variables, w.variable)].map(it => ({ ...it, type: "variable" }));
}
