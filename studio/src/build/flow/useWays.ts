import { MarkerType } from "@xyflow/react";
import { useCallback, useMemo, useRef, useState } from "react";
import type { Spots } from "./arrange";
import type { Way } from "./ExitEdge";
import type { Graph } from "./graph";
import { linesOf } from "./lines";
import type { Picked } from "./usePicked";

const markerEnd = { type: MarkerType.ArrowClosed, width: 16, height: 16 };

interface Asked {
  graph: Graph;
  spots: Spots;
  picked: Picked;
  onInsert: (step: string, key: string) => void;
}

/** All ways as lines, and as React Flow's own the one that is picked and the one that the mouse is on. */
export function useWays({ graph, spots, picked, onInsert }: Asked) {
  const { ids, way } = picked;
  const [over, setOver] = useState<string>();
  const lines = useMemo(() => linesOf(graph, spots, ids), [graph, spots, ids]);
  const edges = useMemo(() => {
    const held = [...new Set([over, way])];
    return graph.nodes.flatMap(({ id: source, exits }) =>
      exits.flatMap(({ key, to }): Way[] => {
        const id = `${source}|${key}`;
        return to !== undefined && held.includes(id)
          ? [{ id, type: "way", ariaRole: "group", source, sourceHandle: key, target: to, targetHandle: "in", markerEnd, selected: id === way, data: { onInsert, near: ids.has(source) } }]
          : [];
      }));
  }, [graph, over, way, ids, onInsert]);
  // While an end of it is drawn elsewhere the mouse leaves the way, and it stays.
  const drawn = useRef(false);
  const leave = useCallback(() => { if (!drawn.current) setOver(undefined); }, []);
  const onReconnectStart = useCallback(() => { drawn.current = true; }, []);
  const onReconnectEnd = useCallback(() => { drawn.current = false; setOver(undefined); }, []);
  const look = useCallback((it: { from: string }) => (ids.has(it.from) ? "near" : undefined), [ids]);
  return { lines, look, setOver, hands: { edges, onEdgeMouseLeave: leave, onReconnectStart, onReconnectEnd } };
}
