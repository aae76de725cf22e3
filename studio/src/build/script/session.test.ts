import { afterEach, describe, expect, it, vi } from "vitest";
import type { Draft } from "../../api/types";
import type { AppDocument } from "../document";
import { Editor } from "../editor";
import { schemas } from "./app-schema";
import { keptFor } from "./kept";
import { ScriptSession, type Status } from "./session";

vi.useFakeTimers();
const flows = { helper: { channel: "text", start: "hello", steps: { hello: { type: "say", text: "Hello", next: "bye" }, bye: { type: "end" } } } };
const store = new Map<string, string>();
const keeping = { getItem: (key: string) => store.get(key) ?? null, setItem: (key: string, it: string) => void store.set(key, it), removeItem: (key: string) => void store.delete(key) };
const made: ScriptSession[] = [];

function open(editor = new Editor("desk", { revision: "r1", document: { wayfare: 1, name: "desk", flows }, problems: [], saved_at: "", saved_by: "" } as unknown as Draft, () => Promise.resolve({ offline: true }))) {
  const said: Status[] = [];
  const session = new ScriptSession(document.body, editor, ["flows", "helper"], schemas, () => [], keptFor("desk", ["flows", "helper"], keeping), it => said.push(it));
  made.push(session);
  const text = () => session.view.state.doc.toString();
  const type = (old: string, now: string) => session.view.dispatch({ changes: { from: text().indexOf(old), to: text().indexOf(old) + old.length, insert: now } });
  const step = (name: string) => (editor.get().doc.flows?.helper?.steps as Record<string, { text?: string; type: string }>)[name];
  return { editor, session, said, text, type, step };
}

afterEach(() => {
  made.splice(0).forEach(it => it.view.destroy());
  store.clear();
});

describe("a script and its document", () => {
  it("go together: what is typed is in the document as soon as it can be read", () => {
    const { type, step, said } = open();
    type("text: Hello", "text: Good day");
    expect(step("hello")?.text).toBe("Hello");
    vi.advanceTimersByTime(300);
    expect(step("hello")?.text).toBe("Good day");
    expect(said.at(-1)?.state).toBe("read");
  });

  it("leave the text as it was typed, in whatever order", () => {
    const { editor, type, text } = open();
    type("channel: text\nstart: hello\n", "start: hello\nchannel: text\nnote: Mine\n");
    const typed = text();
    vi.advanceTimersByTime(300);
    expect((editor.get().doc.flows?.helper as { note?: string }).note).toBe("Mine");
    expect(text()).toBe(typed);
  });

  it("leave what was not touched the very same, so that it is not drawn anew", () => {
    const { type, step, session } = open();
    const bye = step("bye");
    type("text: Hello", "text: Good day");
    session.take();
    expect(step("bye")).toBe(bye);
  });

  it("part while the text cannot be read: the text stays, the document too, and the mistake is told", () => {
    const { type, step, text, said } = open();
    type("{type: end}", "{type: end");
    vi.advanceTimersByTime(300);
    expect(said.at(-1)?.state).toBe("unread");
    expect(said.at(-1)?.marks[0]?.wayOut).toBeTruthy();
    expect(text()).toContain("{type: end\n");
    expect(step("bye")?.type).toBe("end");
  });

  it("meet again when it is mended, with what was changed elsewhere meanwhile", () => {
    const { editor, type, step, text, session } = open();
    type("{type: end}", "{type: end, note: Done");
    vi.advanceTimersByTime(300);
    editor.change("elsewhere", doc => void Object.assign((doc.flows?.helper?.steps as Record<string, object>).hello as object, { text: "Hi" }));
    expect(text()).toContain("text: Hello");
    type("note: Done", "note: Done}");
    expect(session.take()).toBe(true);
    expect(step("hello")?.text).toBe("Hi");
    expect(step("bye")).toEqual({ type: "end", note: "Done" });
    expect(text()).toContain("text: Hi");
  });

  it("show what is changed elsewhere by the smallest edit: the cursor stays with its word", () => {
    const { editor, session, text } = open();
    const at = text().indexOf("bye: ");
    session.view.dispatch({ selection: { anchor: at } });
    editor.change("elsewhere", doc => void Object.assign((doc.flows?.helper?.steps as Record<string, object>).hello as object, { text: "A much longer greeting than before" }));
    expect(text().slice(session.view.state.selection.main.head)).toMatch(/^bye: /);
  });

  it("are undone as one: letters in a row are one step back", () => {
    const { session, type, step, text, editor } = open();
    type("text: Hello", "text: Good");
    session.take();
    type("text: Good", "text: Good day");
    session.take();
    session.undo();
    expect(step("hello")?.text).toBe("Hello");
    expect(text()).toContain("text: Hello");
    expect(editor.get().undo).toBeUndefined();
    session.redo();
    expect(text()).toContain("text: Good day");
  });

  it("undo what cannot be read letter by letter, without touching the document", () => {
    const { session, type, text, editor } = open();
    type("{type: end}", "{type: end");
    vi.advanceTimersByTime(300);
    session.undo();
    expect(text()).toContain("{type: end}");
    expect(editor.get().undo).toBeUndefined();
  });

  it("lose nothing when somebody leaves in the middle: what cannot be read stands there again", () => {
    const { editor, session, type } = open();
    type("{type: end}", "{type: end");
    session.end();
    made.length = 0;
    const again = open(editor);
    expect(again.text()).toContain("{type: end\n");
    expect(again.said.at(-1)?.state).toBe("unread");
    again.session.back();
    expect(again.text()).toContain("{type: end}");
  });

  it("are tidied without changing what they mean", () => {
    const { session, type, text, editor } = open();
    type("{type: end}", '{ "type":   end }');
    session.take();
    session.tidy();
    expect(text()).toContain("bye: {type: end}");
    expect(editor.get().undo).toBeUndefined();
  });

  it("forget no flow that is renamed away while it is typed", () => {
    const { editor, said } = open();
    editor.replace("elsewhere", { ...editor.get().doc, flows: {} } as AppDocument);
    expect(said.at(-1)?.state).toBe("gone");
  });
});
