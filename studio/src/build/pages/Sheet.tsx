import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { words } from "../inspect/words";
import { useDoc, useEditor } from "../useEditor";
import { at, type StepOf } from "../document";
import { list } from "../steps/said";
import { Handle } from "./Handle";
import { Inline } from "./Inline";
import { Shown } from "./Shown";
import { drag, isDragged, type Place, placeAt } from "./dragging";
import type { PageActs } from "./usePageActs";

const w = words.page;

interface SheetIs {
  flow: string;
  step: string;
  chosen: string | undefined;
  acts: PageActs;
  choose: (path: string | undefined) => void;
}

/** The page itself, laid out as the server's templates lay it out. */
export function Sheet({ flow, step, chosen, acts, choose }: SheetIs) {
  const root = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place>();
  const path = `flows/${flow}/steps/${step}`;
  const page = `${path}/controls`;
  const it = useDoc(doc => at(doc, path) as StepOf<"page">);
  const count = list(it.controls).length;
  const last = useDoc(doc => ends(at(doc, page)));
  const keys = useKeys(acts, choose);
  useFollow(root, chosen);
  const over = (event: DragEvent) => {
    const dragged = isDragged();
    const found = dragged && (placeAt(event.target as Element, event.clientX, event.clientY) ?? (count === 0 ? { parent: "", index: 0, line: { left: 0, top: 0, width: 0, height: 0 } } : undefined));
    if (!found || ("type" in dragged && !acts.mayStand(dragged.type, found.parent))) return setPlace(undefined);
    event.preventDefault();
    setPlace(found);
  };
  const drop = (event: DragEvent) => {
    const dragged = isDragged();
    event.preventDefault();
    if (dragged && place) {
      if ("path" in dragged) acts.move(dragged.path, place.parent, place.index);
      else acts.addAt(dragged.type, place.parent, place.index);
    }
    drag(undefined);
    setPlace(undefined);
  };
  return (
    <div ref={root} className="sheet-root" onDragOver={over} onDrop={drop} onDragLeave={event => event.relatedTarget === null && setPlace(undefined)} onKeyDown={keys} onClick={() => choose(undefined)}>
      <Brand />
      <main id="sheet">
        {it.progress !== undefined && <progress className="line" max={100} value={Number(it.progress) || 40} aria-label={w.progress} />}
        <div className="main">
          <div className="page-form">
            <h1><Inline path={`${path}/title`} label={w.title} /></h1>
            {count === 0 && <p className="zone" data-zone="">{w.inside}</p>}
            {Array.from({ length: count }, (_, index) => <Shown key={index} path={String(index)} />)}
            {last && <div className="button primary" inert>{w.continue}</div>}
          </div>
        </div>
      </main>
      {chosen !== undefined && <Handle page={page} path={chosen} root={root} acts={acts} />}
      {place && place.line.width > 0 && <div className="drop-line" data-into={place.into || undefined} style={place.line} />}
    </div>
  );
}

function Brand() {
  const brand = useDoc(doc => doc.theme?.brand ?? doc.title ?? "");
  const logo = useDoc(doc => doc.theme?.logo);
  if (!brand && !logo) return null;
  return <header className="brand">{logo && <img src={logo} alt="" height={28} />}<span>{brand}</span></header>;
}

/** Whether the server adds a button that says Continue: something is asked, and the page has none. */
function ends(controls: unknown): boolean {
  const all = JSON.stringify(controls ?? []);
  return !/"type":"button"/.test(all) && /"type":"(text_field|long_text|number|money|date|time|email|phone|address|choice|choices|checkbox|consent|file|signature|rating)"/.test(all);
}

/** The chosen control has the focus, so that the keys go on from there, unless a text on the page or something else is being written. */
function useFollow(root: React.RefObject<HTMLElement | null>, chosen: string | undefined) {
  useEffect(() => {
    const it = chosen === undefined ? null : root.current?.querySelector<HTMLElement>(`[data-path="${chosen}"]`);
    const doc = it?.ownerDocument;
    if (!it || !doc?.hasFocus() || it.contains(doc.activeElement)) return;
    it.focus({ preventScroll: true });
  }, [root, chosen]);
}

function useKeys(acts: PageActs, choose: (path: string | undefined) => void) {
  const editor = useEditor();
  return (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    const held = event.ctrlKey || event.metaKey;
    const control = (event.target as HTMLElement).closest<HTMLElement>("[data-path]");
    const path = control?.dataset.path;
    const done = (act: () => void) => {
      event.preventDefault();
      act();
    };
    if (held && key === "z") return done(() => (event.shiftKey ? editor.redo() : editor.undo()));
    if (held && key === "y") return done(() => editor.redo());
    if (path === undefined) return;
    if (event.altKey && key === "arrowup") return done(() => acts.step(path, -1));
    if (event.altKey && key === "arrowdown") return done(() => acts.step(path, 1));
    if (event.target !== control) return;
    if (held && key === "d") return done(() => acts.duplicate(path));
    if (key === "delete" || key === "backspace") return done(() => acts.remove(path));
    if (key === "escape") return done(() => choose(undefined));
    if (key === "enter") return done(() => control?.querySelector<HTMLElement>(".edits")?.focus());
    if (key === "arrowdown" || key === "arrowup") return done(() => neighbour(control, key === "arrowdown" ? 1 : -1)?.focus());
  };
}

function neighbour(it: HTMLElement, by: number): HTMLElement | undefined {
  const all = [...it.ownerDocument.querySelectorAll<HTMLElement>("[data-path]")];
  return all[all.indexOf(it) + by];
}
