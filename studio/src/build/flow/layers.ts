// Large flows in columns. dagre makes the finer picture, but takes seconds for hundreds of cards; this takes milliseconds.
import type { Spot } from "../document";
import type { Graph, Node } from "./graph";
import { heightOf, shape, WIDTH } from "./size";

const [ACROSS, DOWN, SWEEPS] = [WIDTH + 88, 32, 4];

export function layered(graph: Graph): Record<string, Spot> {
  const by = new Map(graph.nodes.map(it => [it.id, it]));
  const order = onwards(graph, by);
  const columns: Node[][] = [];
  for (const [id, column] of ranks(order, by)) (columns[column] ??= []).push(by.get(id) as Node);
  sort(columns, by);
  const spots: Record<string, Spot> = {};
  columns.forEach((column, at) => {
    const highs = column.map(it => heightOf(shape(it.exits, false)));
    let y = -(highs.reduce((sum, it) => sum + it + DOWN, -DOWN) / 2);
    column.forEach((it, row) => {
      spots[it.id] = [at * ACROSS, y];
      y += (highs[row] ?? 0) + DOWN;
    });
  });
  return spots;
}

const targets = (it: Node | undefined, by: Map<string, Node>) => (it?.exits ?? []).flatMap(exit => (exit.to && by.has(exit.to) ? [exit.to] : []));

/** Every step after all that lead to it, ways back left out. */
function onwards(graph: Graph, by: Map<string, Node>): string[] {
  const seen = new Set<string>();
  const done: string[] = [];
  for (const begin of [graph.start, ...by.keys()]) {
    const open: { id: string; rest: string[] }[] = by.has(begin) && !seen.has(begin) ? [{ id: begin, rest: targets(by.get(begin), by) }] : [];
    seen.add(begin);
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const next = top.rest.shift();
      if (next === undefined) done.push((open.pop() as { id: string }).id);
      else if (!seen.has(next)) {
        seen.add(next);
        open.push({ id: next, rest: targets(by.get(next), by) });
      }
    }
  }
  return done.reverse();
}

/** The longest way to each step is its column. */
function ranks(order: string[], by: Map<string, Node>): Map<string, number> {
  const at = new Map(order.map((id, index) => [id, index]));
  const rank = new Map(order.map(id => [id, 0]));
  for (const id of order)
    for (const to of targets(by.get(id), by)) if ((at.get(to) ?? 0) > (at.get(id) ?? 0)) rank.set(to, Math.max(rank.get(to) ?? 0, (rank.get(id) ?? 0) + 1));
  return rank;
}

/** Each card at the height of what leads to it and what it leads to, there and back a few times. */
function sort(columns: Node[][], by: Map<string, Node>) {
  const from = new Map<string, string[]>();
  for (const it of by.values()) for (const to of targets(it, by)) from.set(to, [...(from.get(to) ?? []), it.id]);
  const row = new Map<string, number>();
  const settle = (column: Node[]) => column.forEach((it, at) => row.set(it.id, at - column.length / 2));
  columns.forEach(settle);
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (const column of sweep % 2 ? [...columns].reverse() : columns) {
      const mean = (ids: string[]) => (ids.length ? ids.reduce((sum, id) => sum + (row.get(id) ?? 0), 0) / ids.length : undefined);
      const wish = new Map(column.map(it => [it.id, mean(sweep % 2 ? targets(it, by) : (from.get(it.id) ?? [])) ?? row.get(it.id) ?? 0]));
      column.sort((a, b) => (wish.get(a.id) ?? 0) - (wish.get(b.id) ?? 0));
      settle(column);
    }
}
