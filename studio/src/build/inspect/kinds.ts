// Which editor a field gets, by its shape in the schema.
import type { Shape } from "./schema";

export type EditorKind =
  | "template" | "expression" | "step" | "variable" | "flow" | "duration" | "choice" | "switch" | "number" | "text" | "words" | "map" | "list" | "group" | "declarations" | "controls" | "json";

export function editorOf(shape: Shape): EditorKind {
  if (shape["x-wayfare"]) return shape["x-wayfare"];
  if (shape.enum) return "choice";
  if (shape.type === "boolean") return "switch";
  if (shape.type === "integer" || shape.type === "number") return "number";
  if (shape.type === "string") return "text";
  if (shape.type === "array") return ofList(shape.items);
  if (shape.type === "object") return ofObject(shape);
  return "json";
}

function ofList(items: Shape | undefined): EditorKind {
  if (items?.$ref?.includes("control")) return "controls";
  if (items?.type === "string" || items?.enum) return "words";
  return items?.type === "object" ? "list" : "json";
}

function ofObject(shape: Shape): EditorKind {
  if (shape.properties) return "group";
  const entry = shape.additionalProperties;
  if (!entry) return "json";
  return entry.anyOf ? "declarations" : "map";
}

/** These stand under their label over the whole width; the others beside it. */
export const isTall = (kind: EditorKind) => ["template", "expression", "map", "list", "group", "declarations", "controls", "json", "words"].includes(kind);

/** Fields whose texts are written over several lines. */
const LONG = ["text", "html", "message", "statement", "again", "meanwhile", "otherwise", "note"];
export const isLong = (name: string) => LONG.includes(name);
