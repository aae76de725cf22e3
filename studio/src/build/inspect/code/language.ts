// Expressions and templates as CodeMirror reads them: enough to colour them; what they mean is the server's to say.
import { HighlightStyle, StreamLanguage, type StringStream, syntaxHighlighting } from "@codemirror/language";
import { Decoration, type DecorationSet, type EditorView, MatchDecorator, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const FORMS: [RegExp, string][] = [
  [/^'(?:[^'\\]|\\.)*'?/, "string"],
  [/^"(?:[^"\\]|\\.)*"?/, "string"],
  [/^\d+(?:\.\d+)?/, "number"],
  [/^(?:true|false|null|in)\b/, "keyword"],
  [/^[A-Za-z_]\w*(?=\s*\()/, "function"],
  [/^[A-Za-z_]\w*/, "name"],
  [/^[-+*/%=!<>&|?:]+/, "operator"],
];

function expressionToken(stream: StringStream): string | null {
  if (stream.eatSpace()) return null;
  for (const [form, name] of FORMS) if (stream.match(form)) return name;
  stream.next();
  return null;
}

function templateToken(stream: StringStream, state: { hole: boolean }): string | null {
  if (state.hole) {
    if (!stream.match("}}")) return expressionToken(stream);
    state.hole = false;
    return "brace";
  }
  if (stream.match("\\{{")) return null;
  if (stream.match("{{")) {
    state.hole = true;
    return "brace";
  }
  stream.next();
  stream.eatWhile(/[^{\\]/);
  return null;
}

const tokenTable = { string: tags.string, number: tags.number, keyword: tags.keyword, function: tags.function(tags.variableName), name: tags.variableName, operator: tags.operator, brace: tags.brace };

const expression = StreamLanguage.define({ name: "expression", token: expressionToken, tokenTable });
const template = StreamLanguage.define<{ hole: boolean }>({ name: "template", startState: () => ({ hole: false }), copyState: it => ({ ...it }), token: templateToken, tokenTable });

const colours = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.string, class: "tok-string" },
    { tag: tags.number, class: "tok-number" },
    { tag: tags.keyword, class: "tok-keyword" },
    { tag: tags.function(tags.variableName), class: "tok-function" },
    { tag: tags.variableName, class: "tok-name" },
    { tag: tags.operator, class: "tok-operator" },
    { tag: tags.brace, class: "tok-brace" },
  ]),
);

const matcher = new MatchDecorator({ regexp: /(?<!\\)\{\{.*?\}\}/g, decoration: Decoration.mark({ class: "cm-hole" }) });

/** A value in a text stands on a ground of its own. */
const holes = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = matcher.createDeco(view);
    }
    update(update: ViewUpdate) {
      this.decorations = matcher.updateDeco(update, this.decorations);
    }
  },
  { decorations: it => it.decorations },
);

export const languageOf = (kind: "expression" | "template") => (kind === "expression" ? [expression, colours] : [template, colours, holes]);
