// The flow as React Flow wants it. A card that did not change stays the same object, so that it is not drawn again.
import { Position } from "@xyflow/react";
import { useMemo, useState } from "react";
import { useDoc } from "../useEditor";
import type { Spots } from "./arrange";
import { type Graph, type Node, reachable } from "./graph";
import { handleAt, heightOf, IN, RIM, shape, WIDTH } from "./size";
import type { CardOf } from "./StepCard";

interface Asked {
  flow: string;
  graph: Graph;
  spots: Spots;
  picked: Set<string>;
}

export function useCards({ flow, graph, spots, picked }: Asked): CardOf[] {
  const entered = useDoc(doc => enteredSteps(doc, flow));
  const reached = useMemo(() => reachable(graph, entered.split(" ")), [graph, entered]);
  const [known] = useState(() => new Map<string, { of: Node; card: CardOf }>());
  return useMemo(
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
}

const same = (one: Node, other: Node) => one.type === other.type && JSON.stringify(one.exits) === JSON.stringify(other.exits);

function cardOf(of: Node, flow: string, position: { x: number; y: number }, selected: boolean, start: boolean, lost: boolean): CardOf {
  const its = shape(of.exits, selected);
  const exits = its.lone ? [its.lone] : its.rows;
  const hand = { width: 0, height: 0 }; // a way begins and ends in a point
  return {
    id: of.id, type: "step", position, selected, width: WIDTH, height: heightOf(its), measured: { width: WIDTH, height: heightOf(its) }, zIndex: selected ? 10 : 0, data: { flow, shape: its, start, lost },
    handles: [
      { id: "in", type: "target", position: Position.Left, x: -RIM, y: IN, ...hand },
      ...exits.map(it => ({ id: it.key, type: "source" as const, position: Position.Right, x: WIDTH + RIM, y: handleAt(its, it.key), ...hand })),
    ],
  };
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
