// From card to card by keyboard: along exits, back, and to the card above or below.
import type { Spots } from "./arrange";
import type { Graph, Node } from "./graph";

export type Direction = "on" | "back" | "up" | "down" | "next" | "before";

export function neighbour(graph: Graph, spots: Spots, id: string | undefined, way: Direction): string | undefined {
  const by = new Map(graph.nodes.map(it => [it.id, it]));
  const here = id === undefined ? undefined : by.get(id);
  if (!here) return by.has(graph.start) ? graph.start : graph.nodes[0]?.id;
  switch (way) {
    case "on":
      return here.exits.find(it => it.to && it.to !== here.id && by.has(it.to))?.to;
    case "back":
      return nearest(spots, here, graph.nodes.filter(it => it.id !== here.id && it.exits.some(exit => exit.to === here.id)))?.id;
    case "up":
    case "down":
      return nearest(spots, here, graph.nodes.filter(it => it.id !== here.id && lies(spots, here, it, way)))?.id;
    case "next":
    case "before": {
      const order = inOrder(graph, spots);
      return order[order.indexOf(here.id) + (way === "next" ? 1 : -1)];
    }
  }
}

/** From left to right and from top to bottom, as one reads. */
export const inOrder = (graph: Graph, spots: Spots) =>
  graph.nodes.map(it => it.id).sort((a, b) => (spots[a]?.[0] ?? 0) - (spots[b]?.[0] ?? 0) || (spots[a]?.[1] ?? 0) - (spots[b]?.[1] ?? 0));

function lies(spots: Spots, from: Node, to: Node, way: "up" | "down") {
  const [x, y] = spots[from.id] ?? [0, 0];
  const [atX, atY] = spots[to.id] ?? [0, 0];
  return (way === "up" ? atY < y : atY > y) && Math.abs(atY - y) >= Math.abs(atX - x) * 0.4;
}

function nearest(spots: Spots, from: Node, all: Node[]): Node | undefined {
  const far = (it: Node) => Math.hypot((spots[it.id]?.[0] ?? 0) - (spots[from.id]?.[0] ?? 0), (spots[it.id]?.[1] ?? 0) - (spots[from.id]?.[1] ?? 0));
  return [...all].sort((a, b) => far(a) - far(b))[0];
}
