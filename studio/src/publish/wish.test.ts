import { describe, expect, it } from "vitest";
import type { Checks } from "../api/types";
import { type Chosen, peopleWish, publishWish, reasonsMissing, tryWish } from "./wish";

const nothing: Chosen = { people: { policy: "keep" }, take: [], reasons: {}, onError: undefined, onLog: undefined, note: "" };
const checks: Checks = {
  publishable: true,
  revision: "r7",
  checks: [{ code: "TEXT_LONG", severity: "warning", place: "flows/helper", text: "two parts", way_out: "shorten it" }],
  records: [], changes: { summary: "", changes: [], settings: [] },
  impact: { open: 3, places: [], variables: [], forecast: { policy: "keep", takes: 0, stays: [] } },
  confirm: "abc",
};

describe("what is asked of a publish", () => {
  it("leaves away what does not belong to the policy", () => {
    expect(peopleWish({ policy: "keep", until: "2026-12-01T00:00:00Z", message: "bye", map: { a: "b" } })).toEqual({ policy: "keep" });
    expect(peopleWish({ policy: "move", map: { "flows/a": "flows/b", "flows/c": " " } })).toEqual({ policy: "move", map: { "flows/a": "flows/b" } });
    expect(peopleWish({ policy: "drain", message: "bye" })).toEqual({ policy: "drain", until: undefined, then: "end", message: "bye" });
  });

  it("tries a drain before its message is written", () => {
    expect(tryWish("Production", { ...nothing, people: { policy: "restart" } }).people).toEqual({ policy: "restart", message: "-" });
  });

  it("names what was seen, to the letter, and sends a reason for each warning that has one", () => {
    const reasons = { "TEXT_LONG flows/helper": "nobody minds" };
    const wish = publishWish("Production", { ...nothing, reasons }, checks, undefined);
    expect(wish.revision).toBe("r7");
    expect(wish.confirm).toBe("abc");
    expect(wish.accept).toEqual([{ code: "TEXT_LONG", place: "flows/helper", reason: "nobody minds" }]);
  });

  it("wants a reason for every warning before it may begin", () => {
    expect(reasonsMissing(checks, nothing)).toBe(1);
    expect(reasonsMissing(checks, { ...nothing, reasons: { "TEXT_LONG flows/helper": "  " } })).toBe(1);
    expect(reasonsMissing(checks, { ...nothing, reasons: { "TEXT_LONG flows/helper": "nobody minds" } })).toBe(0);
  });
});
