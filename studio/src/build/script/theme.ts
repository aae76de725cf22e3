import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags as t } from "@lezer/highlight";

/** The script in the colours of look.css; light and dark follow from the tokens. */
const look = EditorView.theme({
  "&": { height: "100%", fontSize: "13px", color: "var(--w-ink)", backgroundColor: "var(--w-paper)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "'JetBrains Mono Variable', ui-monospace, monospace", lineHeight: "1.6" },
  ".cm-content": { padding: "12px 0", caretColor: "var(--w-ink)" },
  ".cm-cursor": { borderLeftColor: "var(--w-ink)", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "color-mix(in srgb, var(--w-action) 24%, transparent)" },
  ".cm-gutters": { backgroundColor: "var(--w-paper)", color: "var(--w-dim)", border: "0", paddingLeft: "4px" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--w-mist) 70%, transparent)" },
  ".cm-activeLineGutter": { backgroundColor: "transparent", color: "var(--w-ink)" },
  ".cm-foldPlaceholder": { backgroundColor: "var(--w-past-soft)", border: "0", color: "var(--w-dim)", padding: "0 6px" },
  ".cm-searchMatch": { backgroundColor: "var(--w-draft-soft)", outline: "1px solid var(--w-draft)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--w-soft)", outline: "1px solid var(--w-action)" },
  ".cm-panels": { backgroundColor: "var(--w-mist)", color: "var(--w-ink)", borderColor: "var(--w-line)" },
  ".cm-panel.cm-search": { padding: "8px 12px", fontFamily: "inherit" },
  ".cm-panel.cm-search label": { fontSize: "12px" },
  ".cm-textfield": { border: "1px solid var(--w-line)", borderRadius: "6px", backgroundColor: "var(--w-paper)", color: "var(--w-ink)", fontSize: "13px" },
  ".cm-button": { border: "1px solid var(--w-line)", borderRadius: "6px", backgroundImage: "none", backgroundColor: "var(--w-paper)", color: "var(--w-ink)", fontSize: "12px" },
  ".cm-panel.cm-search [name=close]": { color: "var(--w-dim)", fontSize: "18px", minWidth: "24px", minHeight: "24px" },
  ".cm-tooltip": { backgroundColor: "var(--w-paper)", border: "1px solid var(--w-line)", borderRadius: "8px", boxShadow: "var(--w-shadow)", color: "var(--w-ink)", maxWidth: "min(420px, 90vw)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "'JetBrains Mono Variable', ui-monospace, monospace", fontSize: "13px", maxHeight: "16em" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px 10px" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--w-action)", color: "#fff" },
  ".cm-completionDetail": { color: "var(--w-dim)", fontStyle: "normal", marginLeft: "12px", fontSize: "12px" },
  "li[aria-selected] .cm-completionDetail": { color: "#fff" },
  ".cm-completionInfo": { padding: "8px 12px", fontSize: "13px" },
  ".cm-diagnostic": { padding: "6px 12px", fontSize: "13px" },
  ".cm-diagnostic-error": { borderLeft: "3px solid var(--w-failed)" },
  ".cm-diagnostic-warning": { borderLeft: "3px solid var(--w-draft)" },
  ".cm-diagnostic-info": { borderLeft: "3px solid var(--w-past)" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--w-failed) 1px", textUnderlineOffset: "3px" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline wavy var(--w-draft) 1px", textUnderlineOffset: "3px" },
  ".cm-lintRange-info": { backgroundImage: "none", textDecoration: "underline dotted var(--w-past) 1px", textUnderlineOffset: "3px" },
});

const letters = HighlightStyle.define([
  { tag: [t.definition(t.propertyName), t.propertyName], color: "var(--w-link)" },
  { tag: t.string, color: "var(--w-live-ink)" },
  { tag: [t.comment, t.lineComment], color: "var(--w-dim)", fontStyle: "italic" },
  { tag: [t.punctuation, t.separator, t.squareBracket, t.brace], color: "var(--w-dim)" },
  { tag: [t.keyword, t.meta], color: "var(--w-paused-ink)" },
]);

export const scriptTheme = [look, syntaxHighlighting(letters)];
