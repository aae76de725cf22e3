import documented from "../../../../docs/steps.md?raw";
import { produce } from "immer";
import { describe, expect, it, vi } from "vitest";
import { type Step, type StepType, at } from "../document";
import { schema, shapeOf } from "../inspect/schema";
import { faults, pathsOf, put } from "../testing/schema";
import { lead } from "./exits";
import { exitsOf, folderOf, saysOf, steps } from "./index";
import { words } from "./words";

vi.setConfig({ testTimeout: 30_000 }); // The first one compiles the whole schema.
const types = Object.keys(steps) as StepType[];

/** A step with something at every field that leads to a step of its flow; `enter` names a step of another flow. */
function leading(type: StepType) {
  const step = { ...folderOf(type)?.make() } as Record<string, unknown>;
  if (type === "menu") step.options = {};
  if (type === "branch") step.cases = [];
  const paths = pathsOf(shapeOf("step", type) ?? {}, "step").filter(it => type !== "enter" || it !== "step");
  paths.forEach(path => put(step, path, `to_${path.replaceAll("/", "_")}`));
  return { step: step as unknown as Step, paths };
}

it("knows every step type of the schema", () => {
  expect(types.toSorted()).toEqual([...(schema.$defs.step?.properties?.type?.enum ?? [])].toSorted());
});

describe.each(types)("%s", type => {
  const folder = folderOf(type);
  if (!folder) throw new Error(type);

  it("has names and words of its own", () => {
    expect(folder.type).toBe(type);
    expect(folder.name).toMatch(/\S/);
    expect(folder.hint).toMatch(/\.$/);
    expect(words.groups[folder.group]).toBeTruthy();
  });

  it("stands in the flows that the documentation says", () => {
    const part = documented.split(`\n## \`${type}\`\n`)[1]?.split("\n## ")[0] ?? "";
    expect(/In flows of channel ([a-z, ]+)\./.exec(part)?.[1]).toBe(folder.channels.join(", "));
  });

  it("makes a new one that fits the schema", () => expect(faults(`step.${type}`, folder.make())).toEqual([]));

  it("says something of a new one, and of one that has nothing yet", () => {
    expect(saysOf(folder.make())).toMatch(/\S/);
    expect(saysOf({ type } as Step)).toMatch(/\S/);
  });

  it("shows every way out that the schema has", () => {
    const { step, paths } = leading(type);
    const found = exitsOf(step);
    expect(found.map(it => it.key).toSorted()).toEqual(paths.toSorted());
    for (const exit of found) {
      expect(exit.label).toMatch(/\S/);
      expect(exit.to).toBe(at(step, exit.key));
    }
    expect(exitsOf({ type } as Step).every(it => it.to === undefined)).toBe(true);
  });

  it("leads each way out elsewhere and back to nothing", () => {
    const { step, paths } = leading(type);
    for (const path of paths) {
      const led = produce(step, it => lead(it as Step, path, "elsewhere"));
      expect(exitsOf(led).find(it => it.key === path)?.to).toBe("elsewhere");
      const cut = produce(led, it => lead(it as Step, path));
      expect(exitsOf(cut).find(it => it.key === path)).toMatchObject({ to: undefined });
      expect(produce(cut, it => lead(it as Step, path, at(step, path) as string))).toEqual(step);
    }
  });
});

it("shows the buttons of a page wherever they stand", () => {
  const step: Step = {
    type: "page",
    title: "Ready?",
    controls: [{ type: "button", label: "Go", next: "go" }, { type: "container", controls: [{ type: "button", label: "Stay", next: "stay" }] }],
  };
  expect(exitsOf(step).map(it => [it.key, it.label, it.to])).toEqual([
    ["next", "Then", undefined], ["controls/0/next", "Go", "go"], ["controls/1/controls/0/next", "Stay", "stay"],
  ]);
});

it("takes a type that there is not for what it is", () => {
  const step = { type: "dance" } as unknown as Step;
  expect(folderOf("dance")).toBeUndefined();
  expect(saysOf(step)).toBe("dance");
  expect(exitsOf(step)).toEqual([]);
});
