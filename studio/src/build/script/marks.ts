// Everything that is wrong with a script, each at its line and with its way out.
import type { Diagnostic } from "@codemirror/lint";
import type { DraftProblem } from "../../api/types";
import { type Read, remark } from "./read";
import { schemaAt, Schemas } from "./schema";
import { spanOf, type Twig } from "./tree";
import { validate } from "./validate";
import { wrapped } from "./complete";
import { words } from "./words";

export interface Mark {
  from: number;
  to: number;
  severity: "error" | "warning" | "info";
  text: string;
  wayOut: string;
}

const SEVERITY: Record<string, Mark["severity"]> = { error: "error", warning: "warning" };

/** Mistakes of reading alone while there are some; else what the schema says, and what the server said of the last save where the schema says nothing. */
export function marksOf(schemas: Schemas, base: string[], script: string, found: Read, tree: Twig, problems: DraftProblem[]): Mark[] {
  if (!found.doc) return found.faults.map(it => ({ from: it.from, to: Math.min(it.to, script.length), severity: "error", text: it.text, wayOut: it.wayOut }));
  const whole = wrapped(base, found.doc);
  const told = new Map<string, Mark>();
  for (const it of problems) {
    const path = it.path.split("/").filter(Boolean);
    if (!base.every((key, at) => path[at] === key)) continue;
    told.set(it.path + it.text, { ...spanOf(tree, path.slice(base.length)), severity: SEVERITY[it.severity] ?? "info", text: it.text, wayOut: it.way_out });
  }
  const known = new Set(problems.map(it => it.path));
  const mine = validate(schemas, found.doc, schemaAt(schemas, whole, base)).filter(it => !known.has([...base, ...it.path].join("/")));
  const odd = remark(script);
  return [
    ...told.values(),
    ...mine.map((it): Mark => ({ ...spanOf(tree, it.path, it.key), severity: "error", text: it.text, wayOut: it.wayOut })),
    ...(odd === undefined ? [] : [{ from: odd, to: odd + 1, severity: "info" as const, ...words.remark }]),
  ].sort((a, b) => a.from - b.from);
}

export const shown = (it: Mark): Diagnostic => ({
  from: it.from, to: it.to, severity: it.severity, message: `${it.text} ${it.wayOut}`,
  renderMessage: () => {
    const box = document.createElement("div");
    box.textContent = it.text;
    const out = box.appendChild(document.createElement("div"));
    out.className = "script-way-out";
    out.textContent = it.wayOut;
    return box;
  },
});
