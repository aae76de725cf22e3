import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { schemas } from "./app-schema";
import { print } from "./print";
import { ordered, schemaAt } from "./schema";
import { validate } from "./validate";

const example = (name: string) => readFileSync(`../examples/${name}.yaml`, "utf8");
const examples = ["appointments", "claim-intake", "parcel-desk"];

describe("a script is printed", () => {
  it.each(examples)("so that %s means the same afterwards, and is printed the same again", name => {
    const doc: object = parse(example(name)) as object;
    const text = print(ordered(schemas, doc, schemas.root) as object);
    expect(parse(text)).toEqual(doc);
    expect(print(ordered(schemas, parse(text), schemas.root) as object)).toBe(text);
  });

  it.each(examples)("and nothing of %s is wrong by the schema", name => expect(validate(schemas, parse(example(name)), schemas.root)).toEqual([]));

  it("with small objects and lists on one line, and with lines of their own where they hold more", () => {
    expect(print({ triggers: { texted: { type: "text", flow: "hello" } }, list: [1, "two", true, null], deep: [{ a: [1], b: { c: {} } }] })).toBe(
      "triggers:\n  texted: {type: text, flow: hello}\nlist: [1, two, true, null]\ndeep:\n  -\n    a: [1]\n    b: {c: {}}\n",
    );
  });

  it("with a text of several lines as a block, and quotes only where a parser could take it for something else", () => {
    expect(print({ a: "one\ntwo", b: "three\n", c: "yes", d: "30m", e: "12", f: "say: it", g: 'a "b"', h: "a\tb", i: "{{ x }}", j: ["a, b", "c"], k: "" })).toBe(
      'a: |-\n  one\n  two\nb: |\n  three\nc: "yes"\nd: 30m\ne: "12"\nf: "say: it"\ng: a "b"\nh: "a\\tb"\ni: "{{ x }}"\nj: ["a, b", c]\nk: ""\n',
    );
  });

  it("with numbers that no parser takes for a text", () => expect(print({ a: 3, b: 0.5, c: 1e21, d: 1e-7 })).toBe("a: 3\nb: 0.5\nc: 1.0e+21\nd: 1.0e-7\n"));

  it("with the fields of a step in the order of the schema", () => {
    const step = { next: "b", text: "Hi", type: "say" };
    const doc = { flows: { f: { steps: { a: step } } } };
    expect(print(ordered(schemas, step, schemaAt(schemas, doc, ["flows", "f", "steps", "a"])) as object)).toBe("type: say\ntext: Hi\nnext: b\n");
  });

  it("of 500 steps within a blink", () => {
    const steps = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`step_${at}`, { type: "say", text: `This is what number ${at} says to the person`, next: `step_${at + 1}` }]));
    const begun = performance.now();
    const lines = print(ordered(schemas, { flows: { f: { channel: "text", start: "step_0", steps } } }, schemas.root) as object).split("\n");
    expect(lines).toHaveLength(506);
    expect(performance.now() - begun).toBeLessThan(500);
  });
});
