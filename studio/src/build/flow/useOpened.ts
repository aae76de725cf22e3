import type { ReactFlowInstance } from "@xyflow/react";
import type { RefObject } from "react";
import type { Spots } from "./arrange";
import type { Way } from "./ExitEdge";
import type { Graph } from "./graph";
import { heightOf, shape, WIDTH } from "./size";
import type { CardOf } from "./StepCard";

const [EDGE, LEAST] = [48, 0.66];

/** How a flow is seen when it is opened: the whole of it if that can be read, else from where it starts. */
export function useOpened(graph: Graph, spots: Spots, wanted: boolean, box: RefObject<HTMLDivElement | null>) {
  return (view: ReactFlowInstance<CardOf, Way>) => {
    const pane = box.current?.getBoundingClientRect();
    if (!wanted || !pane || graph.nodes.length === 0) return;
    const all = graph.nodes.map(it => ({ x: spots[it.id]?.[0] ?? 0, y: spots[it.id]?.[1] ?? 0, high: heightOf(shape(it.exits, false)) }));
    const [left, top] = [Math.min(...all.map(it => it.x)), Math.min(...all.map(it => it.y))];
    const [wide, high] = [Math.max(...all.map(it => it.x + WIDTH)) - left, Math.max(...all.map(it => it.y + it.high)) - top];
    const whole = Math.min(1, (pane.width - 2 * EDGE) / wide, (pane.height - 2 * EDGE - 40) / high);
    if (whole >= LEAST) return void view.setViewport({ x: (pane.width - wide * whole) / 2 - left * whole, y: (pane.height - 40 - high * whole) / 2 - top * whole, zoom: whole });
    const [x, y] = spots[graph.start] ?? [left, top];
    void view.setViewport({ x: EDGE - x * 0.85, y: pane.height * 0.36 - y * 0.85, zoom: 0.85 });
  };
}
