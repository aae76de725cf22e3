// What makes a text of the inspector into an editor: everything of CodeMirror, which comes after the fields that it edits.
import { acceptCompletion, closeCompletion, completionStatus } from "@codemirror/autocomplete";
import { defaultKeymap } from "@codemirror/commands";
import { type Diagnostic, diagnosticCount, setDiagnostics } from "@codemirror/lint";
import { Annotation, EditorState, type Extension } from "@codemirror/state";
import { EditorView, keymap, placeholder } from "@codemirror/view";
import { getNonce } from "get-nonce";
import type { Mistake } from "../../../api/types";
import type { CodeIs } from "./Code";
import { completing, insertHole, type Offers } from "./completion";
import { languageOf } from "./language";

const NOTHING: Offers = { names: [], functions: [] };
const fromOutside = Annotation.define<boolean>();

/** One line stays one line: what is pasted with breaks is joined. */
const oneLine = EditorState.transactionFilter.of(it => {
  if (!it.docChanged || it.newDoc.lines === 1) return it;
  const text = it.newDoc.toString().replace(/\s*\n\s*/g, " ");
  return { changes: { from: 0, to: it.startState.doc.length, insert: text }, selection: { anchor: Math.min(text.length, it.newSelection.main.head) } };
});

const keys = (long: boolean) =>
  keymap.of([
    { key: "Tab", run: acceptCompletion },
    { key: "Escape", run: view => completionStatus(view.state) !== null && closeCompletion(view) },
    ...(long ? [] : [{ key: "Enter", run: () => true }]),
    ...defaultKeymap,
  ]);

/** An editor of a text that follows what is told it and tells every change. Undoing is the document's, so it keeps no history. */
export class Editing {
  private readonly view: EditorView;

  /** `now` is the field as it was last drawn; what cannot change while it is edited is taken from it once. */
  constructor(parent: HTMLElement, now: () => CodeIs) {
    const it = now();
    this.view = new EditorView({ parent, state: EditorState.create({ doc: it.value, extensions: extensionsOf(it, now) }) });
    this.mark(it.mistakes);
  }

  follow(value: string) {
    const { doc } = this.view.state;
    if (doc.toString() !== value) this.view.dispatch({ changes: { from: 0, to: doc.length, insert: value }, annotations: fromOutside.of(true) });
  }

  mark(mistakes: Mistake[] = []) {
    const { state } = this.view;
    if (mistakes.length === 0 && diagnosticCount(state) === 0) return; // telling an editor nothing costs as much as making it
    this.view.dispatch(setDiagnostics(state, mistakes.map(it => marked(it, state.doc.length))));
  }

  focus() {
    this.view.focus();
  }

  insertHole() {
    insertHole(this.view);
  }

  end() {
    this.view.destroy();
  }
}

function extensionsOf(first: CodeIs, now: () => CodeIs): Extension {
  return [
    ...(first.kind ? [languageOf(first.kind), completing(first.kind, () => now().offers?.() ?? NOTHING)] : []),
    keys(first.long ?? false),
    EditorView.lineWrapping,
    ...(first.long ? [] : [oneLine]),
    ...(first.hint ? [placeholder(first.hint)] : []),
    EditorView.cspNonce.of(getNonce() ?? ""),
    EditorView.contentAttributes.of({ id: first.id, "aria-label": first.label, ...(first.describedBy ? { "aria-describedby": first.describedBy } : {}) }),
    EditorView.updateListener.of(update => {
      if (update.focusChanged && update.view.hasFocus) now().onFocus?.();
      if (update.docChanged && !update.transactions.some(one => one.annotation(fromOutside))) now().onChange(update.state.doc.toString());
    }),
  ];
}

const marked = (it: Mistake, length: number): Diagnostic => ({ from: Math.min(it.from, length), to: Math.min(Math.max(it.to, it.from), length), severity: "error", message: it.text });
