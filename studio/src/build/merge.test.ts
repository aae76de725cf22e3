import { expect, it } from "vitest";
import { merge, same } from "./merge";

it("takes what only one of two changed from whoever changed it", () => {
  const base = { a: { x: 1, y: 1 }, gone: 1, list: [1] };
  expect(merge<object>(base, { a: { x: 2, y: 1 }, gone: 1, list: [1] }, { a: { x: 1, y: 3 }, list: [1, 2], added: 1 })).toEqual({ doc: { a: { x: 2, y: 3 }, list: [1, 2], added: 1 }, clashes: [] });
});

it("tells where both changed, and lets mine stand there", () => {
  expect(merge({ a: { x: 1 }, list: [1] }, { a: { x: 2 }, list: [1, 2] }, { a: { x: 3 }, list: [0, 1] })).toEqual({ doc: { a: { x: 2 }, list: [1, 2] }, clashes: ["a/x", "list"] });
});

it("clashes where one deleted what the other changed", () => {
  const base = { steps: { a: { text: "1" }, b: { text: "1" } } };
  const without = { steps: { b: { text: "1" } } };
  const changed = { steps: { a: { text: "2" }, b: { text: "1" } } };
  expect(merge<object>(base, without, changed).clashes).toEqual(["steps/a"]);
  expect(merge<object>(base, changed, without)).toEqual({ doc: changed, clashes: ["steps/a"] });
});

it("never quarrels about where cards stand", () => {
  expect(merge({ canvas: { a: [1, 1] } }, { canvas: { a: [2, 2] } }, { canvas: { a: [3, 3] } })).toEqual({ doc: { canvas: { a: [2, 2] } }, clashes: [] });
});

it("knows the same by what it says, not by its order of keys", () => {
  expect(same({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true);
  expect(same({ a: undefined }, { b: undefined })).toBe(false);
  expect(same([1], { 0: 1 })).toBe(false);
});
