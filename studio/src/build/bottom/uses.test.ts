import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { expect, it } from "vitest";
import type { AppDocument } from "../document";
import { columns } from "../map/columns";
import { leads } from "../map/leads";
import { EXPRESSIONS, namesIn, variables } from "./uses";

const home = join(import.meta.dirname, "../../../..");
const desk = parse(readFileSync(join(home, "examples/parcel-desk.yaml"), "utf8")) as AppDocument;

it("reads names, but not what is quoted, called or reached by a dot", () => {
  expect(namesIn("order.upperAscii().matches('^PD') && size(place) > 0 && \"quoted\" != day")).toEqual(["order", "place", "day"]);
});

it("knows every field of the schema that holds an expression", () => {
  const found = new Set<string>();
  const walk = (it: unknown, key: string, above: string) => {
    if (typeof it !== "object" || it === null) return;
    if ((it as Record<string, unknown>)["x-wayfare"] === "expression" && key !== "additionalProperties") found.add(key);
    for (const [name, value] of Object.entries(it)) walk(value, /^(items|anyOf|oneOf|\d+)$/.test(name) ? key : name, above);
  };
  walk(JSON.parse(readFileSync(join(home, "docs/app.schema.json"), "utf8")), "", "");
  expect([...found].filter(it => !EXPRESSIONS.includes(it))).toEqual([]);
});

it("tells where a variable is set and read, and which belong to one flow only", () => {
  const all = variables(desk);
  const order = all.find(it => it.name === "order");
  expect(order?.set.map(it => it.label)).toContain("find / which");
  expect(order?.set.map(it => it.path)).toContain("flows/helper/steps/which/into");
  expect(order?.read.map(it => it.label)).toContain("helper / find");
  expect(all.find(it => it.name === "wish")).toMatchObject({ flow: "hotline", type: "text" });
});

it("tells how triggers and flows lead to one another, and draws what starts first", () => {
  const ways = leads(desk);
  expect(ways).toContainEqual({ from: "triggers/texted", to: "flows/helper", kinds: ["trigger"] });
  expect(ways).toContainEqual({ from: "flows/helper", to: "flows/booking", kinds: ["enter", "link"] });
  expect(ways).toContainEqual({ from: "flows/booking", to: "flows/confirm", kinds: ["start"] });
  const place = (id: string, kind: "trigger" | "flow") => ({ id, name: id, kind, type: "text", steps: 1 });
  const spots = columns({ places: [place("triggers/texted", "trigger"), place("flows/helper", "flow"), place("flows/booking", "flow")], ways });
  expect([spots["triggers/texted"]?.x, spots["flows/helper"]?.x, spots["flows/booking"]?.x]).toEqual([0, 300, 600]);
});
