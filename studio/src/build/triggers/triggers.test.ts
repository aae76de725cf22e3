import { describe, expect, it, vi } from "vitest";
import type { AppDocument, Trigger, TriggerType } from "../document";
import { schema } from "../inspect/schema";
import { faults } from "../testing/schema";
import { saysOfTrigger, triggerFolderOf, triggers } from "./index";

vi.setConfig({ testTimeout: 30_000 }); // The first one compiles the whole schema.
const types = Object.keys(triggers) as TriggerType[];
const doc = {
  wayfare: 1,
  name: "all",
  flows: { work: { start: "a", steps: {} }, chat: { channel: "text", start: "a", steps: {} }, talk: { channel: "voice", start: "a", steps: {} }, pages: { channel: "web", start: "a", steps: {} } },
} as unknown as AppDocument;

it("knows every trigger type of the schema", () => {
  expect(types.toSorted()).toEqual([...(schema.$defs.trigger?.properties?.type?.enum ?? [])].toSorted());
});

describe.each(types)("%s", type => {
  const folder = triggerFolderOf(type);
  if (!folder) throw new Error(type);

  it("has names and words of its own", () => {
    expect(folder.type).toBe(type);
    expect(folder.name).toMatch(/\S/);
    expect(folder.hint).toMatch(/\.$/);
  });

  it("makes a new one that fits the schema and starts a flow that it may start", () => {
    expect(faults(`trigger.${type}`, folder.make())).toEqual([]);
    const flow = doc.flows?.[folder.make(doc).flow];
    expect(folder.channels).toContain(flow?.channel ?? "none");
  });

  it("says something of a new one, and of one that has nothing yet", () => {
    expect(saysOfTrigger(folder.make())).toMatch(/\S/);
    expect(saysOfTrigger({ type } as Trigger)).toMatch(/\S/);
  });
});
