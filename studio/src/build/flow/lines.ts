// Where every way of a flow runs, in the canvas's own measure.
import { getBezierPath, Position } from "@xyflow/react";
import type { Spots } from "./arrange";
import type { Graph } from "./graph";
import { backPath } from "./paths";
import { handleAt, IN, RIM, shape, WIDTH } from "./size";

export interface Line {
  /** The step and the exit it leaves by, as the ways of `useWays` are called. */
  id: string;
  from: string;
  to: string;
  path: string;
}

/** A way from an exit to a step, and where the middle of it is. `high` is where the higher of both cards begins: a way back goes over both, not through them. */
export function wayPath(ends: { sourceX: number; sourceY: number; targetX: number; targetY: number }, high: number): [path: string, x: number, y: number] {
  if (ends.targetX < ends.sourceX + 16) return backPath(ends, high);
  const [path, x, y] = getBezierPath({ ...ends, sourcePosition: Position.Right, targetPosition: Position.Left, curvature: 0.32 });
  return [path, x, y];
}

export function linesOf(graph: Graph, spots: Spots, picked: Set<string>): Line[] {
  const steps = new Set(graph.nodes.map(it => it.id)); // a place may be kept of a step that is gone
  return graph.nodes.flatMap(({ id, exits }) => {
    const its = shape(exits, picked.has(id));
    const [x, y] = spots[id] ?? [0, 0];
    return exits.flatMap(({ key, to }) => {
      const there = to !== undefined && steps.has(to) ? spots[to] : undefined;
      if (to === undefined || !there) return [];
      const ends = { sourceX: x + WIDTH + RIM, sourceY: y + handleAt(its, key), targetX: there[0] - RIM, targetY: there[1] + IN };
      return [{ id: `${id}|${key}`, from: id, to, path: wayPath(ends, Math.min(y, there[1]))[0] }];
    });
  });
}
