// A flow as cards and ways, made from the document. It stays the same object while only words change, so that typing redraws one card.
import { useRef } from "react";
import type { Flow, Spot, Step } from "../document";
import { canvasOf } from "../document";
import { exitsOf } from "../steps";
import type { Exit } from "../steps/folder";
import { useDoc } from "../useEditor";

export interface Node {
  id: string;
  type: string;
  exits: Exit[];
}

export interface Graph {
  start: string;
  nodes: Node[];
  spots: Record<string, Spot> | undefined;
}

interface Made {
  node: Omit<Node, "id">;
  print: string;
}

const made = new WeakMap<Step, Made>();

function make(step: Step): Made {
  const known = made.get(step);
  if (known) return known;
  const node = { type: step.type, exits: exitsOf(step) };
  const it = { node, print: JSON.stringify(node) };
  made.set(step, it);
  return it;
}

/** What the canvas is drawn from, or nothing where there is no such flow. */
export function useGraph(name: string): Graph | undefined {
  const last = useRef<{ prints: string[]; graph: Graph }>(undefined);
  return useDoc(doc => {
    const flow = doc.flows?.[name];
    if (!flow) return undefined;
    const spots = canvasOf(doc).flows?.[name];
    const prints = [flow.start ?? "", ...Object.entries(flow.steps ?? {}).map(([id, step]) => id + make(step).print)];
    const before = last.current;
    if (before && before.graph.spots === spots && before.prints.length === prints.length && before.prints.every((it, at) => it === prints[at])) return before.graph;
    const graph = graphOf(flow, spots);
    last.current = { prints, graph };
    return graph;
  });
}

export const graphOf = (flow: Flow, spots?: Record<string, Spot>): Graph => ({
  start: flow.start,
  nodes: Object.entries(flow.steps ?? {}).map(([id, step]) => ({ id, ...make(step).node })),
  spots,
});

/** Steps that somebody can come to, from where the flow starts or from other flows that enter in the middle. */
export function reachable(graph: Graph, entered: Iterable<string> = []): Set<string> {
  const by = new Map(graph.nodes.map(it => [it.id, it]));
  const seen = new Set<string>();
  const open = [graph.start, ...entered, ...graph.nodes.filter(it => it.type === "catch").map(it => it.id)];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id) || !by.has(id)) continue;
    seen.add(id);
    for (const exit of by.get(id)?.exits ?? []) if (exit.to) open.push(exit.to);
  }
  return seen;
}
