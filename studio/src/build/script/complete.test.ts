import { describe, expect, it } from "vitest";
import type { AppDocument } from "../document";
import { schemas } from "./app-schema";
import { choices } from "./complete";
import { spotAt } from "./spot";

const doc = { wayfare: 1, name: "desk", variables: { order: { type: "text" } }, flows: { helper: { channel: "text", variables: { size: { type: "number" } } }, other: {} } } as unknown as AppDocument;
const offered = (script: string, base = ["flows", "helper"]) => {
  const at = script.indexOf("^");
  const text = script.replace("^", "");
  const spot = spotAt(text, at);
  return spot ? choices(schemas, { base, doc: () => doc }, spot) : [];
};
const labels = (script: string, base?: string[]) => offered(script, base).map(it => it.label);
const STEPS = "channel: text\nstart: hello\nsteps:\n  hello:\n    type: menu\n    text: Which\n    ^\n  bye: {type: end}\n";

describe("what may stand here", () => {
  it("are the fields of this type that are not there yet", () => {
    const found = labels(STEPS);
    expect(found).toContain("options");
    expect(found).not.toContain("text");
    expect(found).not.toContain("channel");
  });

  it("comes with what each is for, and opens what holds more below", () => {
    const options = offered(STEPS).find(it => it.label === "options");
    expect(options?.info).toBe("The choices, in the order in which they are listed.");
    expect(options?.apply).toBe("options:\n      ");
    expect(offered(STEPS).find(it => it.label === "tries")).toMatchObject({ apply: "tries: ", detail: "left out: 3" });
  });

  it("are fields also inside of braces, and between others", () => {
    expect(labels("steps:\n  a: {type: say, te^}\n")).toContain("text");
    expect(labels("steps:\n  a: {type: say, te^\n  b: {type: end}\n")).toContain("text");
    expect(labels("steps:\n  a:\n    type: ask\n    in^\n    next: b\n")).toContain("into");
    expect(labels("ti^\nname: x\n", [])).toEqual(expect.arrayContaining(["title", "flows"]));
  });

  it("are types where a type stands", () => {
    expect(labels("steps:\n  a:\n    type: ^\n")).toEqual(expect.arrayContaining(["say", "ask", "page"]));
    expect(labels("steps:\n  a:\n    type: page\n    controls:\n      - type: he^\n")).toEqual(expect.arrayContaining(["heading", "button"]));
  });

  it("are this flow's steps where one is led to, as the script has them now", () => {
    expect(labels(STEPS.replace("^", "gave_up: b^"))).toEqual(["hello", "bye"]);
    expect(labels("flows:\n  x:\n    steps:\n      a: {type: say, text: Hi, next: ^}\n      z: {type: end}\n", [])).toEqual(["a", "z"]);
  });

  it("are flows, variables and choices by what the field takes", () => {
    expect(labels("steps:\n  a:\n    type: run\n    flow: ^\n")).toEqual(["helper", "other"]);
    expect(labels(STEPS.replace("^", "into: ^"))).toEqual(["size", "order"]);
    expect(labels(STEPS.replace("^", "listen: ^"))).toEqual(["speech", "keypad", "both"]);
    expect(labels(STEPS.replace("^", "barge_in: ^"))).toEqual(["true", "false"]);
  });

  it("are variables inside of an expression", () => expect(labels("steps:\n  a:\n    type: ask\n    check: size + o^\n")).toContain("order"));
  it("is nothing inside of a text", () => expect(labels("steps:\n  a:\n    type: say\n    text: He^\n")).toEqual([]));
});
