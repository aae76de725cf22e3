import { expect, test } from "vitest";
import type { Turn } from "../api/types";
import type { AppDocument } from "../build/document";
import { keptAt, pointsOf, walkedBy } from "./replay";

const turn = (number: number, ...steps: [flow: string, step: string, what: string, data?: Record<string, unknown>][]): Turn =>
  ({ turn: number, at: "2026-03-04T05:06:07Z", kind: "text", release: "r", steps: steps.map(([flow, step, what, data]) => ({ flow, step, what, data: data ?? {} })) });
const set = (variable: string, value: unknown) => ({ variable, value });

const points = pointsOf([
  turn(1, ["chat", "hello", "said"], ["chat", "which", "said"]),
  turn(2, ["chat", "which", "heard"], ["chat", "which", "set", set("order", "PD-1")], ["look", "find", "set", set("try", 1)], ["chat", "which", "set", set("order", "PD-2")], ["chat", "thanks", "said"]),
]);
const doc = { flows: { look: { variables: { try: "number" } }, chat: {} } } as unknown as AppDocument;

test("what happened at one step at one go is one point, and another turn another", () =>
  expect(points.map(it => `${it.turn.turn} ${it.flow}/${it.step} ${it.lines.length}`)).toEqual(["1 chat/hello 1", "1 chat/which 1", "2 chat/which 2", "2 look/find 1", "2 chat/which 1", "2 chat/thanks 1"]));

test("the text that begins a flow belongs to the step it led to; what led to none stands alone", () => {
  const seen = pointsOf([turn(1, ["", "", "heard"], ["chat", "hello", "entered"], ["chat", "hello", "said"]), turn(2, ["", "", "texted"]), turn(3, ["chat", "which", "entered"], ["", "", "kept"])]);
  expect(seen.map(it => `${it.turn.turn} ${it.flow}/${it.step} ${it.lines.map(line => line.what).join()}`)).toEqual(["1 chat/hello heard,entered,said", "2 / texted", "3 chat/which entered", "3 / kept"]);
});

test("each point remembers what was set by then, and what is new there", () => {
  expect(keptAt(points, 1, doc)).toEqual([]);
  expect(keptAt(points, 2, doc)).toEqual([{ name: "order", flow: undefined, value: "PD-1", fresh: true }]);
  expect(keptAt(points, 3, doc)).toEqual([{ name: "order", flow: undefined, value: "PD-1", fresh: false }, { name: "try", flow: "look", value: 1, fresh: true }]);
  expect(keptAt(points, 5, doc), "what only lived in the other flow is gone").toEqual([{ name: "order", flow: undefined, value: "PD-2", fresh: false }]);
});

test("ways are walked within a flow, whatever other flows did between", () => {
  expect([...walkedBy(points, 5, "chat").steps]).toEqual(["hello", "which", "thanks"]);
  expect([...walkedBy(points, 5, "chat").ways]).toEqual(["hello|which", "which|which", "which|thanks"]);
  expect([...walkedBy(points, 1, "look").steps]).toEqual([]);
});
