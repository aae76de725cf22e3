import { expect, it } from "vitest";
import { shown, typed } from "./values";

it("reads what was typed as the type of its field, and leaves what does not fit for the server to refuse", () => {
  expect(typed("3", "number")).toBe(3);
  expect(typed("three", "number")).toBe("three");
  expect(typed("true", "boolean")).toBe(true);
  expect(typed("3", "text")).toBe("3");
  expect(typed('{"a": 1}', "object")).toEqual({ a: 1 });
  expect(typed("{a", "object")).toBe("{a");
  expect(typed("", "text")).toBeNull();
});

it("shows a value so that typing it again means the same", () => {
  for (const [value, type] of [[3, "number"], [false, "boolean"], [["a"], "list"], [{ a: 1 }, "object"], ["x", "text"], [null, "text"]] as const) expect(typed(shown(value), type)).toEqual(value);
});
