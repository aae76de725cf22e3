// Names and functions offered while an expression is typed; in a text, inside `{{ }}` only.
import { autocompletion, type Completion, type CompletionContext, type CompletionResult, snippetCompletion, startCompletion } from "@codemirror/autocomplete";
import { EditorView } from "@codemirror/view";
import type { Checked } from "../checking";
import type { Named } from "../names";

export interface Offers {
  names: Named[];
  functions: Checked["functions"];
}

/** Whether this place of a text is inside a hole. */
export function inHole(before: string): boolean {
  const open = before.lastIndexOf("{{");
  return open >= 0 && before[open - 1] !== "\\" && before.indexOf("}}", open) < 0;
}

export function offersFor(kind: "expression" | "template", offers: () => Offers) {
  return (context: CompletionContext): CompletionResult | null => {
    const before = context.state.sliceDoc(0, context.pos);
    if (kind === "template" && !inHole(before)) return null;
    const word = context.matchBefore(/[A-Za-z_][\w.]*/);
    if (!word && !context.explicit && !/\{\{\s*$/.test(before)) return null;
    return { from: word?.from ?? context.pos, options: options(offers()), validFor: /^[\w.]*$/ };
  };
}

function options({ names, functions }: Offers): Completion[] {
  return [
    ...names.map(it => ({ label: it.name, type: "variable", detail: it.type, info: it.note, boost: it.name.includes(".") ? 0 : 1 })),
    ...functions.map(it => snippetCompletion(`${it.name}(\${})`, { label: it.name, type: "function", detail: it.signature?.split("\n")[0], info: [it.note, it.example].filter(Boolean).join(" ") || undefined, boost: -1 })),
  ];
}

/** A second `{` opens a hole, closes it, and offers what may stand in it. */
const opening = EditorView.inputHandler.of((view, from, to, text) => {
  if (text !== "{" || view.state.sliceDoc(from - 1, from) !== "{" || view.state.sliceDoc(from - 2, from - 1) === "\\") return false;
  hole(view, from - 1, to);
  return true;
});

function hole(view: EditorView, from: number, to: number) {
  view.dispatch({ changes: { from, to, insert: "{{  }}" }, selection: { anchor: from + 3 }, userEvent: "input.type" });
  startCompletion(view);
}

/** Puts a hole where the caret is, and offers what may stand in it. */
export function insertHole(view: EditorView) {
  const { from, to } = view.state.selection.main;
  view.focus();
  hole(view, from, to);
}

export const completing = (kind: "expression" | "template", offers: () => Offers) => [
  autocompletion({ override: [offersFor(kind, offers)], icons: false, maxRenderedOptions: 60, activateOnTypingDelay: 60 }),
  ...(kind === "template" ? [opening] : []),
];
