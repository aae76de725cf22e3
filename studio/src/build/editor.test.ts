import { expect, it, vi } from "vitest";
import type { Draft } from "../api/types";
import type { AppDocument } from "./document";
import { Editor, type SaveAnswer } from "./editor";

const draft = (revision: string, document: object): Draft => ({ revision, hash: revision, saved_at: "2026-11-27T12:00:00Z", saved_by: "Ada", document: { wayfare: 1, name: "desk", ...document }, problems: [] });

/** A server with one draft, which refuses what is saved after an older revision. */
function server(document: object = {}) {
  let now = draft("r1", document);
  const sent: AppDocument[] = [];
  const held: (() => void)[] = [];
  let hold = false;
  let down = false;
  const save = async (doc: AppDocument, seen: string): Promise<SaveAnswer> => {
    if (hold) await new Promise<void>(go => held.push(go));
    if (down) return { offline: true };
    if (seen !== now.revision) return { moved: now };
    sent.push(doc);
    now = { ...now, revision: `r${Number(now.revision.slice(1)) + 1}`, document: doc as unknown as Draft["document"] };
    return { saved: now };
  };
  const edit = (change: object) => (now = { ...now, saved_by: "Ben", revision: `r${Number(now.revision.slice(1)) + 1}`, document: { ...now.document, ...change } });
  return {
    sent, save, edit, now: () => now, editor: new Editor("desk", now, save, 1e8),
    holds: (on: boolean) => void (hold = on), goOn: () => held.splice(0).forEach(go => go()), goes: (up: boolean) => void (down = !up),
  };
}

it("undoes letters of one field together, and redoes them", () => {
  const { editor } = server({ title: "" });
  for (const title of ["P", "Pa", "Par"]) editor.change("Change the title", doc => void (doc.title = title), "title");
  editor.change("Change the note", doc => void (doc.note = "n"));
  expect(editor.get().undo).toBe("Change the note");
  editor.undo();
  expect(editor.get()).toMatchObject({ undo: "Change the title", redo: "Change the note", doc: { title: "Par" } });
  editor.undo();
  expect(editor.get().doc.title).toBe("");
  editor.redo();
  expect(editor.get().doc.title).toBe("Par");
});

it("begins a new step of undo where something was undone", () => {
  const { editor } = server({ title: "a" });
  editor.change("Title", doc => void (doc.title = "b"), "title");
  editor.change("Note", doc => void (doc.note = "n"));
  editor.undo();
  editor.change("Title", doc => void (doc.title = "c"), "title");
  editor.undo();
  expect(editor.get().doc.title).toBe("b");
});

it("saves what is typed while a save is on its way after it, and flush waits for both", async () => {
  const its = server();
  its.editor.change("One", doc => void (doc.title = "one"));
  its.holds(true);
  const first = its.editor.flush();
  its.editor.change("Two", doc => void (doc.title = "two"));
  const second = its.editor.flush();
  its.holds(false);
  its.goOn();
  await Promise.all([first, second]);
  expect(its.sent.map(doc => doc.title)).toEqual(["one", "two"]);
  expect(its.editor.get()).toMatchObject({ saving: "saved", revision: "r3" });
});

it("takes in what somebody else changed elsewhere, and saves both", async () => {
  const its = server({ title: "t" });
  its.editor.change("Note", doc => void (doc.note = "mine"));
  its.edit({ title: "theirs" });
  await its.editor.flush();
  expect(its.editor.get().saving).toBe("saved");
  expect(its.now().document).toMatchObject({ title: "theirs", note: "mine" });
});

it("keeps both where two changed the same, until one chooses", async () => {
  const its = server({ title: "t" });
  its.editor.change("Title", doc => void (doc.title = "mine"));
  its.edit({ title: "theirs", note: "also theirs" });
  await its.editor.flush();
  expect(its.editor.get()).toMatchObject({ saving: "conflict", conflict: { clashes: ["title"] }, doc: { title: "mine" } });
  its.editor.choose("mine", "Keep mine");
  await its.editor.flush();
  expect(its.now().document).toMatchObject({ title: "mine", note: "also theirs" });
});

it("brings mine back by undo after theirs was taken", async () => {
  const its = server({ title: "t" });
  its.editor.change("Title", doc => void (doc.title = "mine"));
  its.edit({ title: "theirs" });
  await its.editor.flush();
  its.editor.choose("theirs", "Take theirs");
  expect(its.editor.get()).toMatchObject({ saving: "saved", undo: "Take theirs", doc: { title: "theirs" } });
  its.editor.undo();
  expect(its.editor.get().doc.title).toBe("mine");
});

it("does not undo what somebody else did in between", () => {
  const its = server({ title: "t" });
  its.editor.change("Note", doc => void (doc.note = "mine"));
  its.editor.moved(its.edit({ title: "theirs" }));
  its.editor.undo();
  expect(its.editor.get().doc).toMatchObject({ title: "theirs" });
  expect(its.editor.get().doc.note).toBeUndefined();
  its.editor.redo();
  expect(its.editor.get().doc).toMatchObject({ title: "theirs", note: "mine" });
});

it("hears nothing new in an older revision, nor in its own while it is being saved", async () => {
  const its = server();
  its.editor.change("Title", doc => void (doc.title = "one"));
  await its.editor.flush();
  its.editor.moved(draft("r1", { title: "old" }));
  expect(its.editor.get()).toMatchObject({ saving: "saved", doc: { title: "one" } });
});

it("keeps what was typed while the server is away, and saves it when it is back", async () => {
  const its = server();
  its.goes(false);
  its.editor.change("Title", doc => void (doc.title = "kept"));
  await its.editor.flush();
  expect(its.editor.get().saving).toBe("offline");
  its.goes(true);
  await its.editor.flush();
  expect(its.editor.get().saving).toBe("saved");
  expect(its.now().document.title).toBe("kept");
});

it("tells of a letter that its field has drawn after the next picture, and of all before it with what comes at once", async () => {
  const frames: FrameRequestCallback[] = [];
  vi.stubGlobal("requestAnimationFrame", (it: FrameRequestCallback) => frames.push(it));
  const { editor } = server({ title: "" });
  const heard: string[] = [];
  editor.subscribe(() => heard.push(editor.get().doc.title ?? ""));
  for (const title of ["P", "Pa"]) editor.change("Title", doc => void (doc.title = title), "title", true);
  expect(editor.get().doc.title).toBe("Pa");
  expect(heard).toEqual([]);
  expect(frames).toHaveLength(1);
  frames[0]?.(0);
  await new Promise(done => setTimeout(done));
  expect(heard).toEqual(["Pa"]);
  editor.change("Title", doc => void (doc.title = "Par"), "title", true);
  editor.undo();
  expect(heard).toEqual(["Pa", ""]);
  vi.unstubAllGlobals();
});
