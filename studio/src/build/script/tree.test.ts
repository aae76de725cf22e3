import { describe, expect, it } from "vitest";
import { schemas } from "./app-schema";
import { helpAt } from "./help";
import { marksOf } from "./marks";
import { read } from "./read";
import { spanOf, treeOf, twigUnder } from "./tree";

const SCRIPT = `channel: text
start: hello
steps:
  hello:
    type: say
    text: |-
      Hello
      there
    next: which
  which: {type: menu, text: Which, options: {a: {next: hello}}}
`;
const base = ["flows", "helper"];
const marks = (script: string, problems: Parameters<typeof marksOf>[5] = []) => marksOf(schemas, base, script, read(script), treeOf(script), problems);
const under = (script: string, { from, to }: { from: number; to: number }) => script.slice(from, to);

describe("places of a script", () => {
  const tree = treeOf(SCRIPT);

  it("lead from a path to what stands there", () => {
    expect(under(SCRIPT, spanOf(tree, ["steps", "hello", "next"]))).toBe("which");
    expect(under(SCRIPT, spanOf(tree, ["steps", "which", "options", "a", "next"]))).toBe("hello");
    expect(under(SCRIPT, spanOf(tree, ["steps", "hello"]))).toBe("hello");
  });

  it("lead to what misses it where nothing stands at a path", () => expect(under(SCRIPT, spanOf(tree, ["steps", "hello", "check"]))).toBe("hello"));

  it("lead from a position to its path", () => {
    expect(twigUnder(tree, SCRIPT.indexOf("there")).path).toEqual(["steps", "hello", "text"]);
    expect(twigUnder(tree, SCRIPT.indexOf("Which,")).path).toEqual(["steps", "which", "text"]);
  });
});

describe("a script is marked", () => {
  it("with the server's problems where they are, in this flow alone", () => {
    const problem = (path: string) => ({ code: "X", severity: "warning", line: 9, column: 1, path, text: "It leads nowhere.", way_out: "Lead it somewhere." });
    const found = marks(SCRIPT, [problem("flows/helper/steps/hello/next"), problem("flows/other/steps/hello")]);
    expect(found.map(it => [under(SCRIPT, it), it.severity, it.wayOut])).toEqual([["which", "warning", "Lead it somewhere."]]);
  });

  it("with what the schema says at once, and the name that was probably meant", () => {
    const script = SCRIPT.replace("next: which", "nxet: which");
    expect(marks(script).map(it => [under(script, it), it.text, it.wayOut])).toEqual([["nxet", "`nxet` is not known here.", "Did you mean `next`?"]]);
  });

  it("with what is missing and what is of another kind", () => {
    const script = "channel: text\nsteps:\n  hello: {type: say, text: 3}\n  ask: {type: ask, tries: 99}\n  odd: {text: Hi}\n";
    expect(marks(script).map(it => it.text).sort()).toEqual(["A text is expected, and a number stands here.", "The number is out of range.", "`type` is missing."]);
  });

  it.each([
    ["steps:\n  a: {type: say\n  b: 1\n", "The line begins at the wrong column."],
    ['a: "open\n', "A sign is missing"],
    ["a: 1\na: 2\n", "This name stands here twice."],
    ["a:\n\tb: 1\n", "A tab stands"],
    ["a: &x 1\nb: *x\n", "Anchors"],
    ["a: {{ name }}\n", "A list or object cannot be a name."],
    ["- a\n- b\n", "A list or a single value"],
    ["a: 1\n---\nb: 2\n", "A second document"],
  ])("where it cannot be read: %j", (script, text) => {
    const found = marks(script);
    expect(found.map(it => it.text).join(" ")).toContain(text);
    expect(found.every(it => it.wayOut.length > 0 && it.to <= script.length)).toBe(true);
  });

  it("with a hint that no save keeps a remark", () => expect(marks(`# my thoughts\n${SCRIPT}`).map(it => it.severity)).toEqual(["info"]));
});

describe("help", () => {
  const helped = (word: string, into = 1) => helpAt(schemas, base, SCRIPT, SCRIPT.indexOf(word) + into);
  it("says what a field is for", () => expect(helped("options:")?.lines[0]).toBe("The choices, in the order in which they are listed."));
  it("says what a type of step does", () => expect(helped("menu")?.lines[0]).toBe("Offers a choice and goes on by the answer."));
  it("keeps silent over a text", () => expect(helped("there")).toBeUndefined());
});
