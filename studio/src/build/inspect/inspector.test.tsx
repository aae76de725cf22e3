import { MantineProvider } from "@mantine/core";
import { EditorView } from "@codemirror/view";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { MemoryRouter, Route, Routes } from "react-router";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Draft } from "../../api/types";
import { controls } from "../controls";
import { type AppDocument, at, type ControlType, type StepType, type TriggerType } from "../document";
import { Editor } from "../editor";
import type { Selected } from "../selection";
import { steps } from "../steps";
import { triggers } from "../triggers";
import { EditorContext } from "../useEditor";
import { Inspector } from "./Inspector";
import { editorOf } from "./kinds";
import { fieldsOf, type Shape, shapeOf } from "./schema";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

// Whole inspectors are drawn here, one after the other, on machines that may be busy.
vi.setConfig({ testTimeout: 30_000 });

let root: Root | undefined;
let host: HTMLElement;

beforeAll(async () => void (await import("./code/editing")));
beforeEach(() => {
  // The server says nothing here; what it would say is its own tests' business.
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("{}", { status: 404 })));
  host = document.body.appendChild(document.createElement("div"));
});
afterEach(() => {
  act(() => root?.unmount());
  host.remove();
  vi.unstubAllGlobals();
});

function edited(doc: AppDocument): Editor {
  const draft = { revision: "r1", hash: "", document: doc, saved_at: "2026-11-27T12:00:00Z", saved_by: "owner", problems: [] } as unknown as Draft;
  return new Editor("all", draft, () => Promise.resolve({ offline: true }), 1_000_000);
}

function inspect(editor: Editor, selected: Selected) {
  root = createRoot(host);
  act(() =>
    root?.render(
      <QueryClientProvider client={new QueryClient()}>
        <MantineProvider env="test">
          <MemoryRouter initialEntries={["/apps/all/build"]}>
            <EditorContext value={editor}><Routes><Route path="/apps/:app/build/*" element={<Inspector selected={selected} />} /></Routes></EditorContext>
          </MemoryRouter>
        </MantineProvider>
      </QueryClientProvider>,
    ),
  );
}

const rowOf = (path: string) => host.querySelector<HTMLElement>(`[data-field="${path}"]`);

/** Types into a field as its editor wants it. */
function type(path: string, text: string) {
  const row = rowOf(path);
  act(() => row?.querySelector<HTMLElement>(".code-plain")?.focus());
  const code = row?.querySelector<HTMLElement>(".cm-editor");
  act(() => {
    if (code) {
      const view = EditorView.findFromDOM(code);
      view?.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
      return;
    }
    const input = row?.querySelector<HTMLInputElement>("input, textarea");
    if (!input) throw new Error(`Nothing to type into at ${path}: ${host.innerHTML.slice(0, 400)}`);
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), "value")?.set?.call(input, text);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

/** The first field that takes written text, and opens what hides it. */
function firstWritten(shape: Shape): string | undefined {
  return fieldsOf(shape).find(it => ["template", "expression", "text", "duration"].includes(editorOf(it.shape)) && !["hours", "connection", "record", "from", "time_zone"].includes(it.name) && !(it.name === "name" && shape.description?.includes("timer")))?.name;
}

function opened() {
  act(() => host.querySelectorAll<HTMLElement>(".fld-more[aria-expanded=false]").forEach(it => it.click()));
}

function writesInto(editor: Editor, thing: string, shape: Shape) {
  opened();
  const shown = fieldsOf(shape).map(it => it.name).filter(name => !rowOf(`${thing}/${name}`));
  expect(shown).toEqual([]);
  const field = firstWritten(shape);
  if (field === undefined) return;
  const text = editorOf(shape.properties?.[field] ?? {}) === "duration" ? "7" : "written";
  type(`${thing}/${field}`, text);
  expect(String(at(editor.get().doc, `${thing}/${field}`))).toContain(text);
  expect(editor.get().undo).toMatch(/^Change /);
  act(() => editor.undo());
  expect(editor.get().undo).toBeUndefined();
}

const withStep = (step: unknown) => ({ wayfare: 1, name: "all", flows: { one: { channel: "text", start: "it", steps: { it: step } } } }) as unknown as AppDocument;

describe.each(Object.keys(steps) as StepType[])("a step %s", kind => {
  it("shows every field of the schema, and what is typed into the first one stands in the document", () => {
    const editor = edited(withStep(steps[kind].make()));
    inspect(editor, { kind: "step", flow: "one", step: "it" });
    writesInto(editor, "flows/one/steps/it", shapeOf("step", kind) ?? {});
  });
});

describe.each(Object.keys(controls) as ControlType[])("a control %s", kind => {
  it("shows every field of the schema, and what is typed into the first one stands in the document", () => {
    const editor = edited(withStep({ type: "page", title: "A page", controls: [controls[kind].make()] }));
    inspect(editor, { kind: "control", flow: "one", step: "it", control: "0" });
    writesInto(editor, "flows/one/steps/it/controls/0", shapeOf("control", kind) ?? {});
  });
});

describe.each(Object.keys(triggers) as TriggerType[])("a trigger %s", kind => {
  it("shows every field of the schema, and what is typed into the first one stands in the document", () => {
    const doc = { ...withStep({ type: "end" }), triggers: { came: triggers[kind].make() } };
    const editor = edited(doc as AppDocument);
    inspect(editor, { kind: "trigger", trigger: "came" });
    writesInto(editor, "triggers/came", shapeOf("trigger", kind) ?? {});
  });
});

it("undoes letters that were typed into one field as one", () => {
  const editor = edited(withStep({ type: "say", text: "Hello" }));
  inspect(editor, { kind: "step", flow: "one", step: "it" });
  for (const text of ["Hello y", "Hello yo", "Hello you"]) type("flows/one/steps/it/text", text);
  act(() => editor.undo());
  expect(at(editor.get().doc, "flows/one/steps/it/text")).toBe("Hello");
  expect(rowOf("flows/one/steps/it/text")?.textContent).toContain("Hello");
});

it("shows a text before its editor is made, and gives the focus on to the editor", () => {
  inspect(edited(withStep({ type: "say", text: "Hello {{ contact.name }}" })), { kind: "step", flow: "one", step: "it" });
  const plain = rowOf("flows/one/steps/it/text")?.querySelector<HTMLElement>(".code-plain");
  expect(plain?.textContent).toBe("Hello {{ contact.name }}");
  expect(plain?.querySelector(".cm-hole")?.textContent).toBe("{{ contact.name }}");
  act(() => plain?.focus());
  expect(plain?.isConnected).toBe(false);
  expect(document.activeElement?.className).toContain("cm-content");
  expect(rowOf("flows/one/steps/it/text")?.querySelector(".cm-content")?.textContent).toBe("Hello {{ contact.name }}");
});

it("renames a step and everything that leads to it", () => {
  const editor = edited(withStep({ type: "say", text: "Hello", next: "it" }));
  inspect(editor, { kind: "step", flow: "one", step: "it" });
  const name = host.querySelector<HTMLInputElement>(".inspector-head input");
  act(() => {
    if (name) Object.getOwnPropertyDescriptor(Object.getPrototypeOf(name), "value")?.set?.call(name, "greet");
    name?.dispatchEvent(new Event("input", { bubbles: true }));
  });
  act(() => name?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true })));
  expect(editor.get().doc.flows?.one).toMatchObject({ start: "greet", steps: { greet: { next: "greet" } } });
});

it("tells the server's problems at the field they are about", () => {
  const editor = edited(withStep({ type: "say", text: "Hello", next: "away" }));
  editor.get().problems.push({ code: "TARGET_MISSING", severity: "error", path: "flows/one/steps/it/next", text: "There is no step away.", way_out: "Make one." } as never);
  inspect(editor, { kind: "step", flow: "one", step: "it" });
  expect(rowOf("flows/one/steps/it/next")?.textContent).toContain("There is no step away.");
  expect(rowOf("flows/one/steps/it/text")?.textContent).not.toContain("There is no step away.");
});
