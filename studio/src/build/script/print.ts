// Writes plain values as YAML for people and git, in the very shape of the server's export (YamlText): an object or list of leaves that fits in 100 columns
// stands on one line (`{type: say, text: Hello}`), everything else on lines of its own; a text of several lines stands as a `|` block.
import { isPlain, type Plain } from "../document";
import { blocky, figure, scalar } from "./scalars";

const WIDTH = 100;

const isCollection = (it: unknown) => (Array.isArray(it) ? it.length > 0 : isPlain(it) && fields(it).length > 0);

/** What is not there is not written, as in JSON. */
const fields = (map: Plain) => Object.entries(map).filter(([, value]) => value !== undefined);

export function print(document: object): string {
  const lines: string[] = [];
  if (fields(document as Plain).length === 0) return "{}\n";
  entries(document as Plain, "", lines);
  return lines.join("\n") + "\n";
}

function entries(map: Plain, indent: string, lines: string[]) {
  for (const [key, it] of fields(map)) value(`${indent}${scalar(key, true)}:`, it, indent, lines);
}

/** What stands behind a `key:` or a `-`, to the end of the line and below. */
function value(before: string, it: unknown, indent: string, lines: string[]) {
  const inner = `${indent}  `;
  if (typeof it === "string" && blocky(it)) {
    lines.push(before + (it.endsWith("\n") ? " |" : " |-"));
    for (const line of it.replace(/\n$/, "").split("\n")) lines.push(line && inner + line);
    return;
  }
  const flat = flatly(it, 0);
  if (flat !== undefined && (!isCollection(it) || before.length + 1 + flat.length <= WIDTH)) {
    lines.push(`${before} ${flat}`);
    return;
  }
  lines.push(before);
  if (Array.isArray(it)) for (const item of it) value(`${inner}-`, item, inner, lines);
  else entries(it as Plain, inner, lines);
}

/** In one line: leaves, lists of leaves, and objects of both. Undefined where that cannot be. */
function flatly(it: unknown, depth: number): string | undefined {
  if (it === null || it === undefined) return "null";
  if (typeof it === "string") return depth > 0 && blocky(it) ? undefined : scalar(it, depth > 0);
  if (typeof it === "number") return figure(it);
  if (Array.isArray(it)) {
    if (depth > 1 || it.some(isCollection)) return undefined;
    return around("[", it.map(item => flatly(item, depth + 1)), "]");
  }
  if (isPlain(it)) {
    if (depth > 0 && isCollection(it)) return undefined;
    return around("{", fields(it).map(([key, inner]) => {
      const flat = flatly(inner, depth + 1);
      return flat === undefined ? undefined : `${scalar(key, true)}: ${flat}`;
    }), "}");
  }
  return String(it);
}

const around = (open: string, items: (string | undefined)[], close: string) => (items.includes(undefined) ? undefined : open + items.join(", ") + close);
