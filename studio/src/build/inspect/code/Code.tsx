import { acceptCompletion, closeCompletion, completionStatus } from "@codemirror/autocomplete";
import { defaultKeymap } from "@codemirror/commands";
import { type Diagnostic, diagnosticCount, setDiagnostics } from "@codemirror/lint";
import { Annotation, EditorState, type Extension } from "@codemirror/state";
import { EditorView, keymap, placeholder } from "@codemirror/view";
import { getNonce } from "get-nonce";
import { type RefObject, useEffect, useRef } from "react";
import type { Mistake } from "../../../api/types";
import { completing, type Offers } from "./completion";
import { languageOf } from "./language";

interface CodeIs {
  id: string;
  value: string;
  label: string;
  describedBy?: string;
  long?: boolean;
  hint?: string;
  invalid?: boolean;
  mistakes?: Mistake[];
  kind?: "expression" | "template";
  /** What can be named here; asked whenever names are to be offered. */
  offers?: () => Offers;
  view?: RefObject<EditorView | null>;
  onChange: (value: string) => void;
  onFocus?: () => void;
}

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

/** A small code editor that follows its value and tells every change. Undoing is the document's, so it keeps no history. */
export function Code(it: CodeIs) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const now = useRef(it);
  useEffect(() => {
    now.current = it;
  });
  useEffect(() => {
    const first = now.current;
    const made = new EditorView({ parent: host.current as HTMLElement, state: EditorState.create({ doc: first.value, extensions: extensionsOf(first, now) }) });
    view.current = made;
    if (first.view) first.view.current = made;
    return () => made.destroy();
  }, []);
  useEffect(() => {
    const made = view.current;
    if (!made || made.state.doc.toString() === it.value) return;
    made.dispatch({ changes: { from: 0, to: made.state.doc.length, insert: it.value }, annotations: fromOutside.of(true) });
  }, [it.value]);
  useEffect(() => {
    const made = view.current;
    const mistakes = it.mistakes ?? [];
    if (!made || (mistakes.length === 0 && diagnosticCount(made.state) === 0)) return; // telling an editor nothing costs as much as making it
    made.dispatch(setDiagnostics(made.state, mistakes.map(mistake => marked(mistake, made.state.doc.length))));
  }, [it.mistakes]);
  return <div ref={host} className="code" data-kind={it.kind} data-invalid={it.invalid || undefined} data-long={it.long || undefined} />;
}

function extensionsOf(first: CodeIs, now: RefObject<CodeIs>): Extension {
  return [
    ...(first.kind ? [languageOf(first.kind), completing(first.kind, () => now.current.offers?.() ?? NOTHING)] : []),
    keys(first.long ?? false),
    EditorView.lineWrapping,
    ...(first.long ? [] : [oneLine]),
    ...(first.hint ? [placeholder(first.hint)] : []),
    EditorView.cspNonce.of(getNonce() ?? ""),
    EditorView.contentAttributes.of({ id: first.id, "aria-label": first.label, ...(first.describedBy ? { "aria-describedby": first.describedBy } : {}) }),
    EditorView.updateListener.of(update => {
      if (update.focusChanged && update.view.hasFocus) now.current.onFocus?.();
      if (update.docChanged && !update.transactions.some(one => one.annotation(fromOutside))) now.current.onChange(update.state.doc.toString());
    }),
  ];
}

const marked = (it: Mistake, length: number): Diagnostic => ({ from: Math.min(it.from, length), to: Math.min(Math.max(it.to, it.from), length), severity: "error", message: it.text });
