// What stands where in a script: a tree of its keys and values with their places, read as it is typed, so also where it is not whole yet.
import { yamlLanguage } from "@codemirror/lang-yaml";
import type { SyntaxNode, Tree } from "@lezer/common";

export interface Twig {
  path: string[];
  /** Where its name stands; an item of a list has none. */
  key?: { from: number; to: number };
  from: number;
  to: number;
  kind: "map" | "list" | "leaf";
  inside: Twig[];
  /** A leaf as it is written, without quotes. */
  text?: string;
}

export function treeOf(script: string, parsed: Tree = yamlLanguage.parser.parse(script)): Twig {
  const document = parsed.topNode.getChild("Document");
  const root: Twig = { path: [], from: 0, to: script.length, kind: "map", inside: [] };
  const body = document?.firstChild;
  if (body) fill(root, content(document), script);
  return { ...root, from: 0, to: script.length };
}

/** The part of a node that is its value. */
function content(node: SyntaxNode | null | undefined): SyntaxNode | undefined {
  for (let it = node?.firstChild; it; it = it.nextSibling)
    if (/^(BlockMapping|FlowMapping|BlockSequence|FlowSequence|Literal|QuotedLiteral|BlockLiteral)$/.test(it.name)) return it;
  return undefined;
}

function fill(twig: Twig, node: SyntaxNode | undefined, script: string) {
  if (!node) return;
  twig.from = Math.max(twig.from, node.from + (/^\s*/.exec(script.slice(node.from, node.to))?.[0].length ?? 0));
  twig.to = node.to;
  if (node.name.endsWith("Mapping")) {
    twig.kind = "map";
    for (const pair of node.getChildren("Pair")) twig.inside.push(pairOf(twig, pair, script));
  } else if (node.name.endsWith("Sequence")) {
    twig.kind = "list";
    node.getChildren("Item").forEach((item, at) => {
      const inner: Twig = { path: [...twig.path, String(at)], from: item.from, to: item.to, kind: "leaf", inside: [] };
      fill(inner, content(item), script);
      twig.inside.push(inner);
    });
  } else twig.text = unquoted(script.slice(node.from, node.to));
}

function pairOf(parent: Twig, pair: SyntaxNode, script: string): Twig {
  const key = pair.getChild("Key");
  const name = key ? unquoted(script.slice(key.from, key.to)) : "";
  const twig: Twig = { path: [...parent.path, name], key: key ? { from: key.from, to: key.to } : undefined, from: key?.to ?? pair.from, to: pair.to, kind: "leaf", inside: [] };
  fill(twig, content(pair), script);
  return twig;
}

const unquoted = (text: string) => (/^(["']).*\1$/s.test(text) ? text.slice(1, -1) : text);

/** The twig at a path, or the nearest that holds it: a problem of a missing field stands at what misses it. */
export function twigAt(tree: Twig, path: string[]): Twig {
  const next = path.length ? tree.inside.find(it => it.path.at(-1) === path[0]) : undefined;
  return next ? twigAt(next, path.slice(1)) : tree;
}

/** The innermost twig at a position. */
export function twigUnder(tree: Twig, position: number): Twig {
  const next = tree.inside.find(it => (it.key?.from ?? it.from) <= position && position <= it.to);
  return next ? twigUnder(next, position) : tree;
}

/** What a mark underlines for a path: the name of the field, or its one-line value. */
export function spanOf(tree: Twig, path: string[], key = false): { from: number; to: number } {
  const twig = twigAt(tree, path);
  const whole = twig.path.length === path.length;
  if (twig.key && (key || !whole || twig.kind !== "leaf" || twig.to <= twig.from)) return twig.key;
  if (twig.kind === "leaf" && twig.to > twig.from) return { from: twig.from, to: twig.to };
  return twig.key ?? twig.inside[0]?.key ?? { from: twig.from, to: Math.min(twig.to, twig.from + 1) };
}

/** The plain value of a tree, as far as it matters for choosing a schema: names, types, and lists. */
export function valueOf(twig: Twig): unknown {
  if (twig.kind === "map") return Object.fromEntries(twig.inside.map(it => [it.path.at(-1), valueOf(it)]));
  return twig.kind === "list" ? twig.inside.map(valueOf) : twig.text;
}
