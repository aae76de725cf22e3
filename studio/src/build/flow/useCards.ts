// The flow as React Flow wants it. A card that did not change stays the same object, so that it is not drawn again.
import { MarkerType, Position } from "@xyflow/react";
import { useMemo, useState } from "react";
import { useDoc } from "../useEditor";
import type { Spots } from "./arrange";
import type { Way } from "./ExitEdge";
import { type Graph, type Node, reachable } from "./graph";
import { HEAD, handleAt, heightOf, shape, WIDTH } from "./size";
import type { CardOf } from "./StepCard";

interface Asked {
  flow: string;
  graph: Graph;
  spots: Spots;
  picked: Set<string>;
  way: string | undefined;
  onInsert: (step: string, key: string) => void;
}

export function useCards({ flow, graph, spots, picked, way, onInsert }: Asked) {
  const entered = useDoc(doc => enteredSteps(doc, flow));
  const reached = useMemo(() => reachable(graph, entered.split(" ")), [graph, entered]);
  const [known] = useState(() => new Map<string, { of: Node; card: CardOf }>());
  const nodes = useMemo(
    () => graph.nodes.map(of => {
      const before = known.get(of.id);
      const [x, y] = spots[of.id] ?? [0, 0];
      const [selected, start, lost] = [picked.has(of.id), of.id === graph.start, !reached.has(of.id)];
      const card = before?.card;
      if (card && same(before.of, of) && card.position.x === x && card.position.y === y && card.selected === selected && card.data.start === start && card.data.lost === lost) return card;
      const made = cardOf(of, flow, { x, y }, selected, start, lost);
      known.set(of.id, { of, card: made });
      return made;
    }),
    [graph, spots, picked, reached, flow, known],
  );
  const edges = useMemo(() => waysOf(graph, onInsert), [graph, onInsert]);
  const chosen = useMemo(() => (way === undefined ? edges : edges.map(it => (it.id === way ? { ...it, selected: true } : it))), [edges, way]);
  return { nodes, edges: chosen };
}

const same = (one: Node, other: Node) => one.type === other.type && JSON.stringify(one.exits) === JSON.stringify(other.exits);

function cardOf(of: Node, flow: string, position: { x: number; y: number }, selected: boolean, start: boolean, lost: boolean): CardOf {
  const its = shape(of.exits, selected);
  const exits = its.lone ? [its.lone] : its.rows;
  const hand = { width: 1, height: 1 };
  return {
    id: of.id, type: "step", position, selected, width: WIDTH, height: heightOf(its), measured: { width: WIDTH, height: heightOf(its) }, zIndex: selected ? 10 : 0, data: { flow, shape: its, start, lost },
    handles: [
      { id: "in", type: "target", position: Position.Left, x: 0, y: HEAD / 2, ...hand },
      ...exits.map(it => ({ id: it.key, type: "source" as const, position: Position.Right, x: WIDTH, y: handleAt(its, it.key), ...hand })),
    ],
  };
}

function waysOf(graph: Graph, onInsert: (step: string, key: string) => void): Way[] {
  const there = new Set(graph.nodes.map(it => it.id));
  return graph.nodes.flatMap(({ id, exits }) =>
    exits.flatMap(exit => (exit.to && there.has(exit.to)
      ? [{ id: `${id}|${exit.key}`, type: "way" as const, ariaRole: "group" as const, source: id, sourceHandle: exit.key, target: exit.to, targetHandle: "in", markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16 }, data: { onInsert, label: exit.label } }]
      : [])));
}

type Doc = Parameters<Parameters<typeof useDoc>[0]>[0];

/** Steps of this flow that others come into: by `enter`, and by links. */
function enteredSteps(doc: Doc, flow: string): string {
  const found: string[] = [];
  for (const [name, other] of Object.entries(doc.flows ?? {}))
    for (const step of Object.values(other.steps ?? {})) {
      if (step.type === "enter" && step.step && (step.flow || name) === flow) found.push(step.step);
      if ("text" in step && typeof step.text === "string" && step.text.includes("link("))
        for (const [, to, at] of step.text.matchAll(/link\(\s*['"](\w+)['"]\s*,\s*['"](\w+)['"]/g)) if (to === flow && at) found.push(at);
    }
  return found.join(" ");
}
