// What a field or a type is for, shown where the pointer rests on it.
import { type EditorView, hoverTooltip, type Tooltip } from "@codemirror/view";
import { type Schema, schemaAt, Schemas } from "./schema";
import { treeOf, twigUnder, valueOf } from "./tree";
import { wrapped } from "./complete";
import { words } from "./words";

/** The help for a position: the words of the schema, and from where to where they speak of. */
export function helpAt(schemas: Schemas, base: string[], script: string, position: number): { from: number; to: number; name: string; lines: string[] } | undefined {
  const tree = treeOf(script);
  const twig = twigUnder(tree, position);
  const whole = wrapped(base, valueOf(tree));
  const path = [...base, ...twig.path];
  const name = path.at(-1);
  if (!name) return undefined;
  const holder = schemaAt(schemas, whole, path.slice(0, -1));
  if (name === "type" && holder && twig.text && position >= twig.from) {
    const variant = schemas.types(holder).find(it => it.type === twig.text);
    return variant?.description ? { from: twig.from, to: twig.to, name: twig.text, lines: [variant.description] } : undefined;
  }
  const schema = schemaAt(schemas, whole, path);
  if (!schema?.description || !twig.key || position > twig.key.to) return undefined;
  return { ...twig.key, name, lines: [schema.description, ...facts(schema)] };
}

function facts(schema: Schema): string[] {
  return [
    ...(schema.enum ? [schema.enum.join(" · ")] : []),
    ...(schema.default !== undefined ? [words.completion.usual(schema.default)] : []),
  ];
}

export const help = (schemas: Schemas, base: string[]) =>
  hoverTooltip((view: EditorView, position: number): Tooltip | null => {
    const found = helpAt(schemas, base, view.state.doc.toString(), position);
    return found ? { pos: found.from, end: found.to, above: true, create: () => ({ dom: drawn(found.name, found.lines) }) } : null;
  });

function drawn(name: string, lines: string[]): HTMLElement {
  const box = document.createElement("div");
  box.className = "script-help";
  const title = box.appendChild(document.createElement("code"));
  title.textContent = name;
  for (const line of lines) box.appendChild(document.createElement("p")).textContent = line;
  return box;
}
