import { expect, it } from "vitest";
import type { Statistics, Turn } from "../api/types";
import { peak } from "./Chart";
import { onCanvas, stepOf } from "./canvas";
import { answered, day } from "./days";
import { asked } from "./useFilter";
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

it("asks for whole days, as they are here", () => {
  const { from, until, app } = asked({ app: "desk", from: "2026-11-01", until: "2026-11-01" });
  expect(app).toBe("desk");
  expect(new Date(until as string).getTime() - new Date(from as string).getTime()).toBe(24 * 3600 * 1000);
  expect(asked({ from: "soon" }).from).toBeUndefined();
});

it("leads from where a journey stands to the canvas", () => {
  expect(stepOf("flows/helper/steps/which")).toEqual({ flow: "helper", step: "which" });
  expect(stepOf("")).toBeUndefined();
  expect(onCanvas("parcel-desk", "helper", "which")).toBe("/apps/parcel-desk/build/flows/helper?step=which");
  expect(onCanvas("parcel-desk", "helper", "")).toBe("/apps/parcel-desk/build/flows/helper");
});

it("draws under a round number that nothing is above", () => {
  const series = [{ name: "a", colour: "--w-live", values: [3, 40] }, { name: "b", colour: "--w-past", values: [1, 80] }];
  expect(peak(series, "bars")).toBe(200);
  expect(peak(series, "lines")).toBe(100);
  expect(peak([], "bars")).toBe(1);
});

it("has a value for every day, also where nobody was answered", () => {
  const of = { days: [{ day: "2026-11-01" }, { day: "2026-11-02" }], answers: [{ day: "2026-11-02", turns: 3, p50_ms: 20, p95_ms: 90 }] } as unknown as Statistics;
  expect(answered(of)).toEqual({ turns: 3, p50: [undefined, 20], p95: [undefined, 90] });
  expect(day("2026-11-02")).toBe("2 Nov");
});
