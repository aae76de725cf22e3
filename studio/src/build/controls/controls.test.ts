import { describe, expect, it, vi } from "vitest";
import type { Control, ControlType } from "../document";
import { schema } from "../inspect/schema";
import { faults } from "../testing/schema";
import { controlFolderOf, controls, saysOfControl } from "./index";
import { words } from "./words";

vi.setConfig({ testTimeout: 30_000 }); // The first one compiles the whole schema.
const types = Object.keys(controls) as ControlType[];

it("knows every control type of the schema", () => {
  expect(types.toSorted()).toEqual([...(schema.$defs.control?.properties?.type?.enum ?? [])].toSorted());
});

describe.each(types)("%s", type => {
  const folder = controlFolderOf(type);
  if (!folder) throw new Error(type);

  it("has names and words of its own", () => {
    expect(folder.type).toBe(type);
    expect(folder.name).toMatch(/\S/);
    expect(folder.hint).toMatch(/\.$/);
    expect(words.groups[folder.group]).toBeTruthy();
  });

  it("makes a new one that fits the schema", () => expect(faults(`control.${type}`, folder.make())).toEqual([]));

  it("gives a new one an id that is free", () => {
    const first = folder.make() as { id?: string };
    if (first.id === undefined) return;
    expect((folder.make({ [first.id]: true }) as { id?: string }).id).toBe(`${first.id}_2`);
  });

  it("says something of a new one, and of one that has nothing yet", () => {
    expect(saysOfControl(folder.make())).toMatch(/\S/);
    expect(saysOfControl({ type } as Control)).toMatch(/\S/);
  });
});
