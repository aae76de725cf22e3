// Cards in order from left to right, as ways lead.
import { Graph as Layout, layout } from "@dagrejs/dagre";
import type { Spot } from "../document";
import type { Graph } from "./graph";
import { layered } from "./layers";
import { heightOf, shape, WIDTH } from "./size";

const GRID = 8;
const snap = (it: number) => Math.round(it / GRID) * GRID;
export type Spots = Record<string, Spot>;

const MANY = 120;

/** Every card's place, begun anew. */
export const arrange = (graph: Graph): Spots => (graph.nodes.length > MANY ? snapped(layered(graph)) : finely(graph));

const snapped = (spots: Spots): Spots => Object.fromEntries(Object.entries(spots).map(([id, [x, y]]) => [id, [snap(x), snap(y)]]));

function finely(graph: Graph): Spots {
  const sheet = new Layout({ multigraph: true });
  sheet.setGraph({ rankdir: "LR", nodesep: 32, ranksep: 88, marginx: 40, marginy: 40 });
  sheet.setDefaultEdgeLabel(() => ({}));
  const ordered = [...graph.nodes].sort((a, b) => Number(b.id === graph.start) - Number(a.id === graph.start));
  for (const it of ordered) sheet.setNode(it.id, { width: WIDTH, height: heightOf(shape(it.exits, false)) });
  for (const it of ordered) for (const exit of it.exits) if (exit.to && sheet.hasNode(exit.to) && exit.to !== it.id) sheet.setEdge(it.id, exit.to, {}, exit.key);
  layout(sheet as never);
  return Object.fromEntries(ordered.map(it => [it.id, corner(sheet.node(it.id) as { x: number; y: number; width: number; height: number })]));
}

const corner = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Spot => [snap(x - width / 2), snap(y - height / 2)];

/** Where cards stand: as somebody put them, and the others beside what leads to them. */
export function spotsOf(graph: Graph): Spots {
  const kept = graph.spots ?? {};
  const loose = graph.nodes.filter(it => !(it.id in kept));
  if (loose.length === 0) return kept;
  const fresh = arrange(graph);
  if (loose.length === graph.nodes.length) return fresh;
  const spots: Spots = { ...kept };
  const lowest = Math.max(...graph.nodes.map(it => (kept[it.id]?.[1] ?? 0) + 160));
  for (const { id } of loose) {
    const from = graph.nodes.find(it => spots[it.id] && it.exits.some(exit => exit.to === id));
    const [x, y] = fresh[id] ?? [0, 0];
    const [before, now] = from ? [fresh[from.id] ?? [0, 0], spots[from.id] ?? [0, 0]] : [[0, 0], [0, lowest]];
    spots[id] = [snap(x - (before[0] ?? 0) + (now[0] ?? 0)), snap(y - (before[1] ?? 0) + (now[1] ?? 0))];
  }
  return spots;
}

/** The place for a new card to the right of another, below what stands there. */
export function beside(graph: Graph, spots: Spots, after: string): Spot {
  const [x, y] = spots[after] ?? [0, 0];
  const column = x + WIDTH + 88;
  return free(graph, spots, [column, y]);
}

/** The nearest place at or under a wished one on which no card stands. */
export function free(graph: Graph, spots: Spots, [x, y]: Spot): Spot {
  const near = graph.nodes.flatMap(it => {
    const spot = spots[it.id];
    return spot && Math.abs(spot[0] - x) < WIDTH ? [{ top: spot[1], bottom: spot[1] + heightOf(shape(it.exits, false)) }] : [];
  });
  let top = y;
  for (let moved = true; moved; ) {
    const hit = near.find(it => top < it.bottom + 16 && top + 100 > it.top);
    moved = hit !== undefined;
    if (hit) top = hit.bottom + 24;
  }
  return [snap(x), snap(top)];
}
