// Reads a script: the document it means, or why it cannot be read, with the place of each mistake.
import { isAlias, isScalar, LineCounter, parseDocument, visit, type Document } from "yaml";
import { words } from "./words";

export interface Fault {
  from: number;
  to: number;
  line: number;
  text: string;
  wayOut: string;
}

export type Read = { doc: Record<string, unknown>; faults: [] } | { doc?: undefined; faults: Fault[] };

const w = words.faults;

export function read(script: string): Read {
  const lines = new LineCounter();
  const parsed = parseDocument(script, { lineCounter: lines, prettyErrors: false, strict: true, version: "1.2" });
  const fault = (from: number, to: number, said: { text: string; wayOut: string }): Fault => ({
    from, to: Math.max(to, from + 1), line: lines.linePos(from).line, ...said,
  });
  const faults = parsed.errors.map(it => fault(it.pos[0], it.pos[1], said(it.code, it.message)));
  faults.push(...extras(parsed, fault));
  if (faults.length > 0) return { faults: faults.sort((a, b) => a.from - b.from) };
  const doc: unknown = parsed.toJS() ?? {};
  if (typeof doc !== "object" || Array.isArray(doc)) return { faults: [fault(0, 1, w.noObject)] };
  return { doc: doc as Record<string, unknown>, faults: [] };
}

/** What YAML has and the format has not. */
function extras(parsed: Document.Parsed, fault: (from: number, to: number, said: { text: string; wayOut: string }) => Fault): Fault[] {
  const found: Fault[] = [];
  visit(parsed, {
    Node(_, node) {
      const [from, to] = node.range ?? [0, 1];
      if (isAlias(node)) found.push(fault(from, to, w.alias));
      else if ((node as { anchor?: string }).anchor) found.push(fault(from, to, w.anchor));
      else if (node.tag && /^!/.test(node.tag)) found.push(fault(from, to, w.tag));
    },
    Pair(_, pair) {
      if (isScalar(pair.key)) return;
      const [from, to] = (pair.key as { range?: [number, number, number] } | null)?.range ?? [0, 1];
      found.push(fault(from, to, w.key));
    },
  });
  return found;
}

function said(code: string, message: string): { text: string; wayOut: string } {
  return (w.codes as Record<string, { text: string; wayOut: string } | undefined>)[code] ?? { text: w.other(message), wayOut: w.quotes };
}

/** Remarks behind `#` are for whoever writes; no save keeps them. */
export function remark(script: string): number | undefined {
  const found = /(^|\s)#/.exec(script);
  if (!found) return undefined;
  const parsed = parseDocument(script);
  let has = Boolean(parsed.comment ?? parsed.commentBefore);
  visit(parsed, { Node(_, node) { if (node.comment || node.commentBefore) { has = true; return visit.BREAK; } } });
  return has ? found.index + (found[1]?.length ?? 0) : undefined;
}
