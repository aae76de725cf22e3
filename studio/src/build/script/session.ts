// One script that is open: keeps its text and the document in step, and loses nothing of either.
import { history, redo, undo, undoDepth } from "@codemirror/commands";
import { forceParsing, syntaxTree } from "@codemirror/language";
import { setDiagnostics } from "@codemirror/lint";
import { diff } from "@codemirror/merge";
import { Annotation, Compartment, EditorState, Transaction } from "@codemirror/state";
import { EditorView, type ViewUpdate } from "@codemirror/view";
import { at as valueAt, type AppDocument } from "../document";
import type { Editor } from "../editor";
import { merge, same } from "../merge";
import type { Kept } from "./kept";
import { type Mark, marksOf, shown } from "./marks";
import { print } from "./print";
import { type Read, read } from "./read";
import { graft, placed } from "./part";
import { ordered, schemaAt, Schemas } from "./schema";
import { treeOf, twigAt, twigUnder } from "./tree";
import { words } from "./words";

export interface Status {
  state: "read" | "waiting" | "unread" | "gone";
  marks: Mark[];
  /** The path of the cursor. */
  at: string[];
}

const QUIET = 200;
const JOINED = 1500;
const elsewhere = Annotation.define<boolean>();

export class ScriptSession {
  readonly view: EditorView;
  private readonly past = new Compartment();
  /** What the text and the document agreed on last. */
  private base: unknown;
  private dirty = false;
  private timer?: ReturnType<typeof setTimeout>;
  private looking?: ReturnType<typeof setTimeout>;
  private readonly first?: ReturnType<typeof setTimeout>;
  private typed = 0;
  private run = 0;
  private problems: unknown;
  private status: Status = { state: "read", marks: [], at: [] };
  private readonly leave: () => void;

  constructor(parent: HTMLElement, private readonly editor: Editor, readonly path: string[], private readonly schemas: Schemas, extensions: (it: ScriptSession, past: Compartment) => unknown[], private readonly kept: Kept, private readonly tell: (it: Status) => void) {
    this.base = this.part();
    const left = kept.take();
    this.dirty = left !== undefined;
    if (left) this.base = left.base;
    this.view = new EditorView({
      parent,
      state: EditorState.create({
        doc: left?.text ?? this.printed(),
        extensions: [extensions(this, this.past) as never, this.past.of(history()), EditorView.updateListener.of(it => this.updated(it))],
      }),
    });
    this.leave = editor.subscribe(() => this.heard());
    if (left) this.look();
    else this.first = setTimeout(() => this.look()); // the text can be read before its mistakes are marked
  }

  /** The text is read now, not in a moment; true when it could be. */
  take(): boolean {
    clearTimeout(this.timer);
    if (!this.dirty) return true;
    const found = read(this.text());
    if (!found.doc) {
      this.look(found);
      return false;
    }
    this.dirty = false;
    const theirs = this.part();
    const doc = same(theirs, this.base) || theirs === undefined ? found.doc : merge(this.base, found.doc, theirs as Record<string, unknown>).doc;
    this.base = doc; // so that what is heard of it is no news: the text stays as it was typed
    this.push(doc as object, theirs);
    const merged = !same(doc, found.doc);
    if (merged) this.write();
    this.base = this.part();
    this.forget();
    this.look(merged ? undefined : found);
    return true;
  }

  undo(): boolean {
    if (this.take()) this.editor.undo();
    else if (undoDepth(this.view.state) > 0) undo(this.view);
    else this.back();
    return true;
  }

  redo(): boolean {
    if (this.take()) this.editor.redo();
    else redo(this.view);
    return true;
  }

  /** Gives up what cannot be read, and shows the document as it is. */
  back() {
    this.dirty = false;
    this.base = this.part();
    this.write();
    this.forget();
    this.look();
  }

  /** Writes the script as an export does; what it means stays the same. */
  tidy(): boolean {
    if (this.take()) this.write();
    return true;
  }

  goTo(path: string[]) {
    const twig = twigAt(treeOf(this.text()), path);
    this.show(twig.key?.from ?? twig.from);
  }

  show(position: number) {
    this.view.dispatch({ selection: { anchor: position }, effects: EditorView.scrollIntoView(position, { y: "center" }) });
    this.view.focus();
  }

  end() {
    clearTimeout(this.first);
    clearTimeout(this.looking);
    if (!this.take()) this.kept.put({ text: this.text(), base: this.base });
    this.leave();
    this.view.destroy();
  }

  private part = (): unknown => valueAt(this.editor.get().doc, this.path.join("/"));
  private text = () => this.view.state.doc.toString();
  private printed = () => {
    const schema = schemaAt(this.schemas, this.editor.get().doc, this.path);
    return print((ordered(this.schemas, this.part(), schema) ?? {}) as object);
  };

  private push(doc: object, theirs: unknown) {
    if (same(doc, theirs) || theirs === undefined) return;
    const now = Date.now();
    if (now - this.typed > JOINED) this.run++;
    this.typed = now;
    this.editor.replace(words.undo.typed, placed(this.editor.get().doc, this.path, graft(theirs, doc)) as AppDocument, `script/${this.path.join("/")}/${this.run}`);
  }

  /** Brings the text to the document by the smallest edit: the cursor and what is looked at stay. */
  private write() {
    const [from, to] = [this.text(), this.printed()];
    const changes = diff(from, to, { scanLimit: 1000, timeout: 100 }).map(it => ({ from: it.fromA, to: it.toA, insert: to.slice(it.fromB, it.toB) }));
    if (changes.length > 0) this.view.dispatch({ changes, annotations: [elsewhere.of(true), Transaction.addToHistory.of(false)] });
  }

  /** Steps back are the document's from here on; the text's own are for what cannot be read. */
  private forget() {
    this.view.dispatch({ effects: this.past.reconfigure([]) });
    this.view.dispatch({ effects: this.past.reconfigure(history()) });
  }

  private updated(it: ViewUpdate) {
    if (it.docChanged && !it.transactions.some(one => one.annotation(elsewhere))) {
      this.dirty = true;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.take(), QUIET);
      this.say({ state: this.status.state === "unread" ? "unread" : "waiting" });
    }
    if (it.selectionSet || it.docChanged) {
      clearTimeout(this.looking);
      this.looking = setTimeout(() => this.say({ at: twigUnder(treeOf(this.text(), syntaxTree(this.view.state)), this.view.state.selection.main.head).path }), QUIET);
    }
  }

  private heard() {
    const { problems } = this.editor.get();
    const told = problems !== this.problems;
    this.problems = problems;
    if (!this.dirty && this.part() !== this.base) {
      const changed = !same(this.part(), this.base);
      this.base = this.part();
      if (changed) this.write();
      this.look();
    } else if (told && !this.dirty) this.look();
  }

  private look(found: Read = read(this.text())) {
    const text = this.text();
    const state = this.part() === undefined ? "gone" : "read";
    forceParsing(this.view, text.length, 100);
    const marks = marksOf(this.schemas, this.path, text, found, treeOf(text, syntaxTree(this.view.state)), this.editor.get().problems);
    this.view.dispatch(setDiagnostics(this.view.state, marks.map(shown)));
    this.say({ state: this.dirty ? "unread" : state, marks });
  }

  private say(news: Partial<Status>) {
    this.status = { ...this.status, ...news };
    this.tell(this.status);
  }
}
