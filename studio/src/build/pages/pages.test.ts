import { produce } from "immer";
import { expect, it } from "vitest";
import type { AppDocument, Control } from "../document";
import { at } from "../document";
import { addControl, duplicateControl, inList, moveControl, pathOfControl, removeControl } from "./acts";
import { paletteOf, rootOf } from "./palette";

const PAGE = "flows/one/steps/it/controls";
const field = (id: string): Control => ({ type: "text_field", id, label: id });
const page = (controls: Control[]) => ({ wayfare: 1, name: "all", flows: { one: { channel: "web", start: "it", steps: { it: { type: "page", title: "A page", controls } } } } }) as unknown as AppDocument;
const ids = (doc: AppDocument) => JSON.stringify(at(doc, PAGE)).match(/"id":"\w+"/g)?.map(it => it.slice(6, -1));
const nested = () => page([field("a"), { type: "container", controls: [field("b"), field("c")] }, field("d")]);

it("finds a control by its id and by its path", () => {
  expect(pathOfControl(at(nested(), PAGE), "c")).toBe("1/controls/1");
  expect(pathOfControl(at(nested(), PAGE), "1/controls/0")).toBe("1/controls/0");
  expect(pathOfControl(at(nested(), PAGE), "7")).toBeUndefined();
  expect(pathOfControl(at(nested(), PAGE), "nobody")).toBeUndefined();
});

it("moves a control past, into and out of others, and says where it stands then", () => {
  const move = (from: string, parent: string, index: number) => {
    let path = "";
    const doc = produce(nested(), it => void (path = moveControl(it as AppDocument, PAGE, from, parent, index)));
    return [path, ids(doc)?.join("")];
  };
  expect(move("0", "", 3)).toEqual(["2", "bcda"]);
  expect(move("2", "", 0)).toEqual(["0", "dabc"]);
  expect(move("0", "1", 1)).toEqual(["0/controls/1", "bacd"]);
  expect(move("1/controls/1", "", 0)).toEqual(["0", "cabd"]);
  expect(move("1", "1", 0)).toEqual(["1", "abcd"]);
});

it("doubles a control with all that is in it, under names of their own", () => {
  const doc = produce(nested(), it => void duplicateControl(it as AppDocument, PAGE, "1"));
  expect(ids(doc)).toEqual(["a", "b", "c", "b_2", "c_2", "d"]);
});

it("adds to a page that has no controls yet, and takes away", () => {
  const doc = page([]);
  delete (doc.flows?.one?.steps.it as { controls?: unknown }).controls;
  const added = produce(doc, it => void addControl(it as AppDocument, PAGE, "", 9, field("a")));
  expect(ids(added)).toEqual(["a"]);
  expect(ids(produce(added, it => removeControl(it as AppDocument, PAGE, "0")))).toBeUndefined();
});

it("knows what a list repeats", () => {
  const controls = [{ type: "list", id: "cars", label: "Cars", controls: [{ type: "container", controls: [field("plate")] }] }];
  expect(inList(controls, "0")).toBe(false);
  expect(inList(controls, "0/controls/0/controls/0")).toBe(true);
});

/** What the server wrote into pages of these themes. */
const WRITTEN = [
  [{ action: "#0f766e", radius: 12 }, "--radius:12px;--paper:#ffffff;--ink:#14213d;--soft:#5d6475;--mist:#f1f4f5;--back:#f1f4f5;--line:#dee0e4;--edge:#8a909e;--action:#0f766e;--on-action:#ffffff;--accent:#0e7069;--tint:#ecf4f3;--bad:#bd245a",
    "--paper:#111620;--ink:#f2f4f8;--soft:#a6a9af;--mist:#1c242d;--back:#090c12;--line:#31353e;--edge:#6b6f76;--action:#0f766e;--on-action:#ffffff;--accent:#15a89d;--tint:#112930;--bad:#e4729a"],
  [{ action: "#1d4ed8", ink: "#0f172a", radius: 14 }, "--radius:14px;--paper:#ffffff;--ink:#0f172a;--soft:#5f636f;--mist:#f1f3f9;--back:#f1f3f9;--line:#dddfe1;--edge:#8e919b;--action:#1d4ed8;--on-action:#ffffff;--accent:#1d4ed8;--tint:#edf1fc;--bad:#bd245a",
    "--paper:#10141d;--ink:#f2f4f8;--soft:#a5a8ae;--mist:#1b212f;--back:#090b10;--line:#30333c;--edge:#6a6e75;--action:#2758e2;--on-action:#ffffff;--accent:#7392ec;--tint:#152244;--bad:#e36d96"],
  [{ action: "#9a3412", radius: 10 }, "--radius:10px;--paper:#ffffff;--ink:#14213d;--soft:#5d6475;--mist:#f6f2f2;--back:#f6f2f2;--line:#dee0e4;--edge:#8a909e;--action:#9a3412;--on-action:#ffffff;--accent:#9a3412;--tint:#f7efec;--bad:#bd245a",
    "--paper:#111620;--ink:#f2f4f8;--soft:#a6a9af;--mist:#21222a;--back:#090c12;--line:#31353e;--edge:#6b6f76;--action:#b13c15;--on-action:#ffffff;--accent:#e9724a;--tint:#311e1e;--bad:#e4729a"],
] as const;

it.each(WRITTEN)("works out a page's colours as the server does: %o", (theme, light, dark) => {
  expect(rootOf(theme, false)).toContain(light);
  expect(rootOf(theme, true)).toContain(dark);
});

it("leaves a theme that is dark by itself as it is", () => expect(paletteOf({ paper: "#101010" }, true)).toEqual(paletteOf({ paper: "#101010" }, false)));
