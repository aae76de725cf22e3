import { expect, it } from "vitest";
import type { Turn } from "../api/types";
import { csv } from "./csv";
import { talk } from "./talk";

const turn = (number: number, kind: string, ...steps: [string, Record<string, unknown>][]) =>
  ({ turn: number, at: "2026-11-27T12:00:00Z", kind, release: "1", steps: steps.map(([what, data]) => ({ flow: "helper", step: "which", what, data })) }) as unknown as Turn;

it("reads a trail as a conversation that goes on across channels", () => {
  const lines = talk([
    turn(1, "text", ["entered", {}], ["said", { text: "Your order number?" }]),
    turn(2, "text", ["heard", { text: "PD-1042" }], ["set", { variable: "order" }]),
    turn(3, "answer", ["said", { text: "Comes Friday." }]),
    turn(4, "call", ["heard", {}], ["ended", {}]),
  ]);
  expect(lines.map(it => `${it.kind}: ${it.text}`)).toEqual([
    "between: By text", "said: Your order number?", "heard: PD-1042", "said: Comes Friday.", "between: On a call", "heard: (not kept)", "between: The journey ended",
  ]);
});

it("writes CSV that no spreadsheet takes for a formula, and keeps phone numbers", () => {
  expect(csv(["a", "b"], [["=1+1", "+15550100"], ['say "hi", twice', undefined]])).toBe('a,b\r\n\'=1+1,+15550100\r\n"say ""hi"", twice",\r\n');
});
