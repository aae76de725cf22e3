import { acceptCompletion, autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, indentWithTab } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput, indentUnit } from "@codemirror/language";
import { lintGutter, lintKeymap } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";
import { getNonce } from "get-nonce";
import { completing, type Scope } from "./complete";
import { help } from "./help";
import type { Schemas } from "./schema";
import type { ScriptSession } from "./session";
import { scriptTheme } from "./theme";

/** Everything that makes a text field a script. Tab indents; Escape, then Tab leaves, as CodeMirror has it. */
export const extensions = (it: ScriptSession, schemas: Schemas, scope: Scope, label: string) => [
  EditorView.cspNonce.of(getNonce() ?? ""),
  EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
  EditorState.tabSize.of(2),
  indentUnit.of("  "),
  lineNumbers(),
  lintGutter(),
  foldGutter(),
  codeFolding(),
  drawSelection(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  highlightSelectionMatches(),
  bracketMatching(),
  indentOnInput(),
  yaml(),
  search({ top: true }),
  autocompletion({ override: [completing(schemas, scope)], icons: false }),
  help(schemas, scope.base),
  scriptTheme,
  keymap.of([
    { key: "Mod-z", run: () => it.undo(), preventDefault: true },
    { key: "Mod-y", mac: "Mod-Shift-z", run: () => it.redo(), preventDefault: true },
    { key: "Mod-Shift-z", run: () => it.redo(), preventDefault: true },
    { key: "Alt-Shift-f", run: () => it.tidy(), preventDefault: true },
    { key: "Tab", run: acceptCompletion },
    ...completionKeymap, ...searchKeymap, ...foldKeymap, ...lintKeymap, ...defaultKeymap, indentWithTab,
  ]),
];
