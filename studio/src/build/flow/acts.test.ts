import { expect, it } from "vitest";
import type { AppDocument } from "../document";
import { addStep, put, removeSteps, take } from "./acts";
import { read, write } from "./clipboard";

const doc = (): AppDocument => ({
  wayfare: 1, name: "desk",
  flows: {
    chat: { channel: "text", start: "hello", steps: { hello: { type: "say", text: "Hello", next: "which" }, which: { type: "ask", text: "Which?", into: "order", next: "done", gave_up: "hello" }, done: { type: "say", text: "Done" } } },
    other: { channel: "text", start: "done", steps: { done: { type: "say", text: "Other" } } },
  },
});

it("puts a new step between an exit and where it led", () => {
  const it_ = doc();
  expect(addStep(it_, "chat", { type: "say", spot: [8, 8], from: { step: "hello", key: "next" } })).toBe("say");
  expect(it_.flows?.chat?.steps.hello).toMatchObject({ next: "say" });
  expect(it_.flows?.chat?.steps.say).toMatchObject({ type: "say", next: "which" });
  expect(it_.canvas).toEqual({ flows: { chat: { say: [8, 8] } } });
});

it("leaves nobody standing where steps were removed", () => {
  const it_ = doc();
  removeSteps(it_, "chat", ["which"]);
  expect(it_.flows?.chat?.steps.hello).toMatchObject({ next: "done" });
  removeSteps(it_, "chat", ["hello"]);
  expect(it_.flows?.chat?.start).toBe("done");
});

it("cuts ways that would lead round in what was removed", () => {
  const it_ = doc();
  const steps = it_.flows?.chat?.steps;
  if (steps?.done?.type === "say") steps.done.next = "which";
  removeSteps(it_, "chat", ["which", "done"]);
  expect(steps?.hello).toEqual({ type: "say", text: "Hello" });
});

it("carries steps to another flow as script, under free names, with the ways among them", () => {
  const it_ = doc();
  const text = write(take(it_, "chat", ["which", "done"], { which: [0, 0], done: [300, 0] }));
  expect(text).toContain("type: ask");
  const piece = read(text);
  expect(piece && put(it_, "other", piece, [40, 56])).toEqual(["which", "done_2"]);
  expect(it_.flows?.other?.steps.which).toEqual({ type: "ask", text: "Which?", into: "order", next: "done_2" });
  expect(it_.canvas).toEqual({ flows: { other: { which: [40, 56], done_2: [340, 56] } } });
});

it("reads steps that somebody wrote, and nothing else", () => {
  expect(read("hello:\n  type: say\n  text: Hi\n")?.steps).toEqual({ hello: { type: "say", text: "Hi" } });
  for (const text of ["hello", "type: of nothing", "a: {type: no_such_step}", "{ type", ""]) expect(read(text)).toBeUndefined();
});
