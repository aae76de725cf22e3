// The one document that canvas, script, pages and inspector edit together, and how it is saved.
import { freeze, produce } from "immer";
import type { Draft, DraftProblem } from "../api/types";
import type { AppDocument } from "./document";
import { merge, same } from "./merge";

export type Saving = "saved" | "waiting" | "saving" | "offline" | "conflict" | "refused";

export interface Editing {
  doc: AppDocument;
  /** The revision that was loaded or saved last, as `r12`; what is saved next comes after it. */
  revision: string;
  saving: Saving;
  savedAt: string;
  savedBy: string;
  problems: DraftProblem[];
  /** What somebody else saved where I changed something too; both are kept until I choose. */
  conflict?: { theirs: Draft; clashes: string[] };
  /** Why the server did not take the document, in its words. */
  refusal?: string;
  undo?: string;
  redo?: string;
}

export type Saved = Omit<Draft, "document">;
export type SaveAnswer = { saved: Saved } | { moved: Draft } | { refused: string; problems: DraftProblem[] } | { offline: true };

/** Saves a document after the revision that was seen; the server's answer, whatever it is. */
export type Save = (doc: AppDocument, seen: string) => Promise<SaveAnswer>;

interface Past {
  doc: AppDocument;
  words: string;
  join?: string;
  /** How many of other people's changes are in it already; the later ones come in when it is taken up again. */
  knows: number;
}

const KEPT = 500;
const QUIET = 800;
const number = (revision: string) => Number(revision.slice(1));

export class Editor {
  private state: Editing;
  private base: AppDocument;
  private past: Past[] = [];
  private future: Past[] = [];
  private arrived: { base: AppDocument; theirs: AppDocument }[] = [];
  private underway?: Promise<void>;
  private timer?: ReturnType<typeof setTimeout>;
  private waiting = false;
  private readonly listeners = new Set<() => void>();

  constructor(readonly app: string, draft: Draft, private readonly save: Save, private readonly quiet = QUIET) {
    this.base = freeze(draft.document as unknown as AppDocument, true); // else Immer does it with the first letter that is typed
    this.state = { doc: this.base, revision: draft.revision, saving: "saved", savedAt: draft.saved_at, savedBy: draft.saved_by, problems: draft.problems };
  }

  readonly get = () => this.state;

  readonly subscribe = (heard: () => void) => {
    this.listeners.add(heard);
    return () => this.listeners.delete(heard);
  };

  /**
   * Changes the document, undone as one step under these words. Changes that follow each other under one `join` (letters typed into one field) are undone
   * together. `shown` is for a field that has drawn the letter itself: the others hear of it after the next picture, so that no key waits for them.
   */
  change(words: string, edit: (doc: AppDocument) => void, join?: string, shown = false) {
    const doc = produce(this.state.doc, it => void edit(it as AppDocument));
    if (doc !== this.state.doc) this.next(words, doc, join, shown);
  }

  /** Puts another document in the place of this one: a script that was typed, a revision that was opened. */
  replace(words: string, doc: AppDocument, join?: string) {
    if (!same(doc, this.state.doc)) this.next(words, doc, join);
  }

  undo() {
    const last = this.past.pop();
    if (last) this.swap(last, this.future);
  }

  redo() {
    const next = this.future.pop();
    if (next) this.swap(next, this.past);
  }

  /** Saves now what waits; resolves when nothing waits any more or saving cannot go on. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.underway ??= this.send().finally(() => (this.underway = undefined));
    await this.underway;
    if (this.get().saving === "waiting") await this.flush();
  }

  private async send() {
    if (this.state.saving !== "waiting" && this.state.saving !== "offline") return;
    const { doc, revision } = this.state;
    this.tell({ saving: "saving" });
    this.heard(doc, await this.save(doc, revision));
  }

  /** Somebody else saved: takes it in, and shows both where both changed the same thing. What comes late or while a save is on its way tells nothing new. */
  moved(theirs: Draft) {
    const { saving, revision } = this.state;
    if (saving !== "saving" && number(theirs.revision) > number(revision)) this.takeIn(theirs);
  }

  /** Ends a conflict: with mine where both changed (the rest is merged), or with all of theirs. What is left behind stays in the history and under undo. */
  choose(whose: "mine" | "theirs", words: string) {
    const theirs = this.state.conflict?.theirs;
    if (!theirs) return;
    const other = theirs.document as unknown as AppDocument;
    const mine = merge(this.base, this.state.doc, other).doc;
    this.settle(whose === "mine" ? mine : other, theirs);
    if (whose === "theirs") this.past = [...this.past, { doc: mine, words, knows: this.arrived.length }];
    this.future = [];
    this.tell({});
  }

  private takeIn(theirs: Draft) {
    const { doc, clashes } = merge(this.base, this.state.doc, theirs.document as unknown as AppDocument);
    if (clashes.length === 0) return this.settle(doc, theirs);
    clearTimeout(this.timer);
    this.tell({ saving: "conflict", conflict: { theirs, clashes } });
  }

  private next(words: string, doc: AppDocument, join?: string, shown = false) {
    const joined = join !== undefined && this.past.at(-1)?.join === join;
    if (!joined) this.past = [...this.past.slice(-KEPT + 1), this.now(words, join)];
    this.future = [];
    this.take(doc, shown);
  }

  private swap(to: Past, from: Past[]) {
    from.push(this.now(to.words));
    const before = this.past.at(-1);
    if (before) this.past[this.past.length - 1] = { ...before, join: undefined }; // what is typed next is a step of its own
    this.take(this.arrived.slice(to.knows).reduce((doc, it) => merge(it.base, doc, it.theirs).doc, to.doc));
  }

  private now = (words: string, join?: string): Past => ({ doc: this.state.doc, words, join, knows: this.arrived.length });

  private settle(doc: AppDocument, theirs: Draft) {
    const other = theirs.document as unknown as AppDocument;
    this.arrived.push({ base: this.base, theirs: other });
    this.base = other;
    const open = !same(doc, this.base);
    this.tell({
      doc, revision: theirs.revision, conflict: undefined, refusal: undefined, saving: open ? "waiting" : "saved",
      savedAt: theirs.saved_at, savedBy: theirs.saved_by, problems: theirs.problems,
    });
    if (open) this.later();
  }

  private take(doc: AppDocument, shown = false) {
    const busy = this.state.saving === "saving" || this.state.saving === "conflict";
    this.tell({ doc, ...(busy ? {} : { saving: "waiting" as const }) }, shown);
    if (!busy) this.later();
  }

  private later(times = 1) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), this.quiet * times);
  }

  private heard(sent: AppDocument, answer: SaveAnswer) {
    if ("offline" in answer) {
      this.tell({ saving: "offline" });
      this.later(5);
    } else if ("moved" in answer) {
      this.takeIn(answer.moved);
    } else if ("refused" in answer) {
      const open = this.state.doc !== sent;
      this.tell({ saving: open ? "waiting" : "refused", refusal: answer.refused, problems: answer.problems });
      if (open) this.later();
    } else {
      this.base = sent;
      const { revision, saved_at: savedAt, saved_by: savedBy } = answer.saved;
      const problems = same(this.state.problems, answer.saved.problems) ? this.state.problems : answer.saved.problems; // hundreds of cards look at them
      const open = this.state.doc !== sent;
      this.tell({ revision, savedAt, savedBy, problems, refusal: undefined, saving: open ? "waiting" : "saved" });
      if (open) this.later();
    }
  }

  private tell(news: Partial<Editing>, shown = false) {
    this.state = { ...this.state, ...news, undo: this.past.at(-1)?.words, redo: this.future.at(-1)?.words };
    if (!shown) this.hear();
    else if (!this.waiting) {
      this.waiting = true;
      requestAnimationFrame(() => setTimeout(this.hear));
    }
  }

  private readonly hear = () => {
    this.waiting = false;
    this.listeners.forEach(heard => heard());
  };
}
