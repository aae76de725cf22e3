// Where the cursor stands, in the words of the document: in the name or the value of which field, with which siblings.
import { type Twig, treeOf, twigAt, valueOf } from "./tree";

export interface Spot {
  part: "key" | "value";
  /** The object whose name is written, or the field whose value is. */
  path: string[];
  /** Where what is typed so far begins, and whether it is all that stands there. */
  from: number;
  whole: boolean;
  siblings: string[];
  /** What the script means around, with what is typed left out. */
  value: unknown;
  /** How far the line is indented; nothing inside of braces. */
  indent?: number;
}

const PROBE = "zqprobe";
const BLOCK_KEY = /^\s*(- +)*[\w-]*$/;

export function spotAt(script: string, position: number): Spot | undefined {
  const lineFrom = script.lastIndexOf("\n", position - 1) + 1;
  const before = script.slice(lineFrom, position);
  const nested = brackets(before);
  const inKey = nested ? nested.open === "{" && !nested.since.includes(":") : BLOCK_KEY.test(before);
  if (inKey) {
    const spot = probe(script, position, "key", nested !== undefined);
    if (spot) return spot;
  }
  return probe(script, position, "value", nested !== undefined);
}

/** The innermost bracket that is open at the end of this, and what stands behind its last comma. */
function brackets(line: string): { open: string; since: string } | undefined {
  const open: { open: string; from: number }[] = [];
  let quote = "";
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at);
    if (quote) quote = sign === quote ? "" : quote;
    else if ((sign === '"' || sign === "'") && /[\s,[{:]/.test(line[at - 1] ?? " ")) quote = sign;
    else if ((sign === "{" || sign === "[") && (open.length > 0 || /(^|[:-] +)$/.test(line.slice(0, at)))) open.push({ open: sign, from: at + 1 });
    else if (sign === "}" || sign === "]") open.pop();
    else if (sign === ",") open.splice(-1, 1, ...open.slice(-1).map(it => ({ ...it, from: at + 1 })));
  }
  const last = open.at(-1);
  return last && { open: last.open, since: line.slice(last.from) };
}

/** Reads the script as if a word stood where the cursor is, and finds that word again. */
function probe(script: string, position: number, part: "key" | "value", nested: boolean): Spot | undefined {
  const typed = /[\w-]*$/.exec(script.slice(0, position))?.[0].length ?? 0;
  const from = position - typed;
  const rest = /^[\w-]*(\s*:)?/.exec(script.slice(position))?.[0] ?? "";
  const behind = script.slice(position + (part === "key" ? rest.length : /^[\w-]*/.exec(rest)?.[0].length ?? 0));
  const lineEnd = behind.search(/\n|$/);
  const line = behind.slice(0, lineEnd);
  const closes = nested && !/[}\]]/.test(line) ? closing(script.slice(script.lastIndexOf("\n", position - 1) + 1, from)) : "";
  const text = script.slice(0, from) + PROBE + (part === "key" ? ": 0" : "") + (part === "key" && !nested ? "" : line) + closes + behind.slice(lineEnd);
  const tree = treeOf(text);
  const found = seek(tree, it => (part === "key" ? it.path.at(-1) === PROBE : it.text?.includes(PROBE) === true));
  if (!found) return undefined;
  const path = part === "key" ? found.path.slice(0, -1) : found.path;
  const holder = twigAt(tree, part === "key" ? path : path.slice(0, -1));
  const lineFrom = text.lastIndexOf("\n", from - 1) + 1;
  return {
    part, path, from, whole: part === "key" || found.text === PROBE,
    siblings: holder.inside.map(it => it.path.at(-1) ?? "").filter(it => it !== PROBE),
    value: without(valueOf(tree)),
    ...(nested ? {} : { indent: /^[\s-]*/.exec(text.slice(lineFrom))?.[0].length ?? 0 }),
  };
}

const closing = (line: string) => [...line].reduce((close, sign) => (sign === "{" ? "}" + close : sign === "[" ? "]" + close : /[}\]]/.test(sign) ? close.slice(1) : close), "");

function seek(twig: Twig, is: (it: Twig) => boolean): Twig | undefined {
  if (is(twig)) return twig;
  for (const inner of twig.inside) {
    const found = seek(inner, is);
    if (found) return found;
  }
  return undefined;
}

function without(it: unknown): unknown {
  if (Array.isArray(it)) return it.map(without);
  if (typeof it !== "object" || it === null) return it === PROBE ? undefined : it;
  return Object.fromEntries(Object.entries(it).filter(([key]) => key !== PROBE).map(([key, inner]) => [key, without(inner)]));
}
