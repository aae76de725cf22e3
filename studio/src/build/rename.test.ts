import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { expect, it } from "vitest";
import type { AppDocument } from "./document";
import { FLOW_FIELDS, renameFlow, renameStep, renameTrigger, STEP_FIELDS } from "./rename";

const home = join(import.meta.dirname, "../../..");
const example = (name: string) => parse(readFileSync(join(home, "examples", `${name}.yaml`), "utf8")) as AppDocument;

it("knows every field of the schema that names a flow or a step", () => {
  const flows = new Set<string>();
  const steps = new Set<string>();
  const walk = (it: unknown, key: string) => {
    if (typeof it !== "object" || it === null) return;
    const kind = (it as Record<string, unknown>)["x-wayfare"];
    if (kind === "flow") flows.add(key);
    if (kind === "step") steps.add(key);
    for (const [name, value] of Object.entries(it)) walk(value, name);
  };
  walk(JSON.parse(readFileSync(join(home, "docs/app.schema.json"), "utf8")), "");
  expect([...flows].sort()).toEqual([...FLOW_FIELDS].sort());
  expect([...steps].filter(it => it !== "start" && it !== "step").sort()).toEqual([...STEP_FIELDS].sort());
});

it("leaves no trace of a flow's old name, and comes back by renaming it back", () => {
  for (const app of ["parcel-desk", "appointments", "claim-intake"]) {
    const doc = example(app);
    for (const flow of Object.keys(doc.flows ?? {})) {
      const changed = structuredClone(doc);
      renameFlow(changed, flow, "quite_new");
      expect(JSON.stringify(changed)).not.toMatch(new RegExp(`"(flow|hung_up|unanswered)":"${flow}"|link\\('${flow}'`));
      renameFlow(changed, "quite_new", flow);
      expect(changed).toEqual(doc);
    }
  }
});

it("takes targets, entries, links and the canvas along with a step", () => {
  const doc = example("parcel-desk");
  doc.canvas = { flows: { booking: { choose: [8, 16], keep: [0, 0] } } };
  renameStep(doc, "booking", "choose", "pick");
  expect(Object.keys(doc.flows?.booking?.steps ?? {})[0]).toBe("pick");
  expect(doc.flows?.booking?.start).toBe("pick");
  expect(doc.flows?.helper?.steps.page).toMatchObject({ flow: "booking", step: "pick" });
  expect(doc.flows?.helper?.steps.link).toMatchObject({ text: "Choose day and place here: {{ link('booking', 'pick') }}" });
  expect(doc.canvas).toEqual({ flows: { booking: { pick: [8, 16], keep: [0, 0] } } });
  expect(doc.flows?.find?.steps.go).toMatchObject({ flow: "booking", step: "pick" });
});

it("leaves what is said and what is kept alone, even where it is spelled like a step", () => {
  const doc = {
    wayfare: 1, name: "a",
    flows: { f: { start: "yes", steps: {
      yes: { type: "ask", text: "yes", into: "yes", otherwise: "yes", next: "go", failed: "yes" },
      go: { type: "set", values: { next: "yes" }, next: "yes" },
      fork: { type: "branch", cases: [{ when: "yes", next: "yes" }], otherwise: "yes" },
      menu: { type: "menu", text: "?", options: { yes: { label: "yes", next: "yes" } } },
      page: { type: "page", title: "yes", controls: [{ type: "form", controls: [{ type: "button", label: "yes", next: "yes" }] }] },
    } } },
  } as unknown as AppDocument;
  renameStep(doc, "f", "yes", "no");
  expect(doc.flows?.f?.steps).toEqual({
    no: { type: "ask", text: "yes", into: "yes", otherwise: "yes", next: "go", failed: "no" },
    go: { type: "set", values: { next: "yes" }, next: "no" },
    fork: { type: "branch", cases: [{ when: "yes", next: "no" }], otherwise: "no" },
    menu: { type: "menu", text: "?", options: { yes: { label: "yes", next: "no" } } },
    page: { type: "page", title: "yes", controls: [{ type: "form", controls: [{ type: "button", label: "yes", next: "no" }] }] },
  });
});

it("renames a trigger in its place", () => {
  const doc = example("parcel-desk");
  renameTrigger(doc, "called", "rung");
  expect(Object.keys(doc.triggers ?? {})).toEqual(["texted", "rung", "reschedule"]);
});
