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

it("works out a page's colours as the server does", () => {
  // From Palette.java for the theme of the parcel desk and for none.
  expect(rootOf(undefined, false)).toContain("--paper:#ffffff;--ink:#14213d");
  expect(paletteOf(undefined, false)).toMatchObject({ action: "#2f5bea", "on-action": "#ffffff" });
  for (const night of [false, true]) expect(Object.values(paletteOf({ action: "#ffd400", paper: "#777777" }, night)).every(it => /^#[0-9a-f]{6}$/.test(it))).toBe(true);
});
