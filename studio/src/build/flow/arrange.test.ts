import { expect, it } from "vitest";
import type { Flow } from "../document";
import { arrange, beside, spotsOf } from "./arrange";
import { graphOf, reachable } from "./graph";
import { neighbour } from "./moves";
import { heightOf, shape, WIDTH } from "./size";

const flow: Flow = {
  channel: "text", start: "ask",
  steps: {
    end: { type: "end" },
    menu: { type: "menu", text: "?", options: { yes: { next: "end" }, no: { next: "ask" } } },
    ask: { type: "ask", text: "?", into: "x", next: "menu", gave_up: "end" },
    alone: { type: "say", text: "Nobody comes here" },
  },
};
const graph = graphOf(flow);

it("puts cards from left to right as ways lead, and none on another", () => {
  const spots = arrange(graph);
  expect(spots.ask?.[0]).toBeLessThan(spots.menu?.[0] ?? 0);
  expect(spots.menu?.[0]).toBeLessThan(spots.end?.[0] ?? 0);
  const boxes = graph.nodes.map(it => ({ id: it.id, x: spots[it.id]?.[0] ?? 0, y: spots[it.id]?.[1] ?? 0, high: heightOf(shape(it.exits, false)) }));
  for (const a of boxes) for (const b of boxes) if (a.id < b.id) expect(a.x + WIDTH <= b.x || b.x + WIDTH <= a.x || a.y + a.high <= b.y || b.y + b.high <= a.y).toBe(true);
});

it("puts hundreds of cards in order at once, ways back and all, and none on another", () => {
  const steps: Flow["steps"] = {};
  for (let at = 0; at < 500; at++)
    steps[`s${at}`] = at % 5 === 0 ? { type: "menu", text: "?", options: { a: { next: `s${(at + 1) % 500}` }, b: { next: `s${(at + 17) % 500}` } } } : { type: "say", text: "!", next: `s${(at + (at % 5 === 1 ? 4 : 1)) % 500}` };
  const large = graphOf({ channel: "text", start: "s0", steps });
  const before = performance.now();
  const spots = arrange(large);
  expect(performance.now() - before).toBeLessThan(1000);
  expect(Object.keys(spots)).toHaveLength(500);
  expect(spots.s0?.[0]).toBe(0);
  const boxes = large.nodes.map(it => ({ x: spots[it.id]?.[0] ?? 0, y: spots[it.id]?.[1] ?? 0, high: heightOf(shape(it.exits, false)) })).sort((a, b) => a.x - b.x || a.y - b.y);
  for (let at = 1; at < boxes.length; at++) {
    const [one, next] = [boxes[at - 1], boxes[at]];
    if (one && next && one.x === next.x) expect(one.y + one.high).toBeLessThanOrEqual(next.y);
  }
});

it("leaves cards where they were put, and sets new ones beside what leads to them", () => {
  const spots = spotsOf(graphOf(flow, { ask: [1000, 800], end: [2000, 800], alone: [0, 0] }));
  expect(spots).toMatchObject({ ask: [1000, 800], end: [2000, 800], alone: [0, 0] });
  expect(spots.menu?.[0]).toBeGreaterThan(1000);
});

it("finds room for a new card to the right of another", () => {
  const spots = arrange(graph);
  const [x, y] = beside(graph, spots, "ask");
  expect(x).toBeGreaterThan(spots.ask?.[0] ?? 0);
  for (const { id, exits } of graph.nodes) {
    const [left, top] = spots[id] ?? [0, 0];
    expect(Math.abs(left - x) >= WIDTH || y + 90 <= top || y >= top + heightOf(shape(exits, false))).toBe(true);
  }
});

it("knows who can be reached, also from other flows", () => {
  expect([...reachable(graph)].sort()).toEqual(["ask", "end", "menu"]);
  expect(reachable(graph, ["alone"]).has("alone")).toBe(true);
});

it("walks along exits, back, and to the cards above and below", () => {
  const spots = { ask: [0, 0], menu: [400, 0], end: [800, 0], alone: [400, 300] } as ReturnType<typeof arrange>;
  expect(neighbour(graph, spots, undefined, "on")).toBe("ask");
  expect(neighbour(graph, spots, "ask", "on")).toBe("menu");
  expect(neighbour(graph, spots, "end", "back")).toBe("menu");
  expect(neighbour(graph, spots, "menu", "down")).toBe("alone");
  expect(neighbour(graph, spots, "ask", "next")).toBe("menu");
  expect(neighbour(graph, spots, "end", "next")).toBeUndefined();
});
