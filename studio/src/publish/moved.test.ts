import { describe, expect, it } from "vitest";
import type { Checks } from "../api/types";
import { foretold } from "./foretold";
import { heldAddress } from "./Held";
import { onlyPeopleWentOn, whatMoved } from "./moved";
import { lacksMessage } from "./wish";

const long = { code: "TEXT_LONG", severity: "warning" as const, place: "flows/helper", text: "Two parts.", way_out: "Shorten it." };
const checks = (part: Partial<Checks> = {}, open = 3): Checks => ({
  publishable: true, revision: "r7", checks: [], records: [], changes: { summary: "", changes: [], settings: [] }, confirm: "abc",
  impact: { open, places: [], variables: [], forecast: { policy: "keep", takes: 0, stays: [] } }, ...part,
});

describe("what moved between the look and the click", () => {
  it("is told in sentences, each thing once", () => {
    expect(whatMoved(checks(), checks({ revision: "r8", checks: [long] }, 5))).toEqual([
      "Somebody saved the draft: you saw r7, it is at r8.", "The checks found something new: Two parts.", "5 people are in the middle now; it was 3.",
    ]);
    expect(whatMoved(checks({ checks: [long] }), checks())).toEqual(["1 finding is gone."]);
  });

  it("does not matter where people only went on and nothing is done to them", () => {
    expect(onlyPeopleWentOn(checks(), checks({}, 4), { policy: "keep" })).toBe(true);
    expect(onlyPeopleWentOn(checks(), checks({}, 4), { policy: "move" })).toBe(false);
    expect(onlyPeopleWentOn(checks(), checks({ revision: "r8" }, 4), { policy: "keep" })).toBe(false);
    expect(onlyPeopleWentOn(checks(), checks({ checks: [long] }, 4), { policy: "keep" })).toBe(false);
    expect(onlyPeopleWentOn(checks(), checks(), { policy: "keep" })).toBe(false);
  });
});

describe("before a publish", () => {
  it("its number is foretold: the same content is the same version", () => {
    expect(foretold("c", [{ version: 2, hash: "b" }, { version: 1, hash: "a" }])).toBe(3);
    expect(foretold("a", [{ version: 2, hash: "b" }, { version: 1, hash: "a" }])).toBe(1);
    expect(foretold("a", [])).toBe(1);
  });

  it("an address can be taken over only where the server says so", () => {
    const held = { code: "RESOURCE_HELD", text: "+1 555 0100 is live in Parcel desk, Production.", wayOut: "Take it over in this publish, or bind another resource." };
    expect(heldAddress(held)).toBe("+1 555 0100");
    expect(heldAddress({ ...held, wayOut: "Bind another resource." })).toBeUndefined();
  });

  it("people who are ended want to be told something", () => {
    expect(lacksMessage({ policy: "restart", message: " " })).toBe(true);
    expect(lacksMessage({ policy: "restart", message: "We begin anew." })).toBe(false);
    expect(lacksMessage({ policy: "keep" })).toBe(false);
  });
});
