// Values in texts on the page are marked without touching what is being typed: by the browser's highlights, where it has them.
const HOLE = /(?<!\\)\{\{[\s\S]*?\}\}/g;

type Marks = { add(it: Range): void; delete(it: Range): void };
type Marking = Window & { CSS?: { highlights?: Map<string, Marks> }; Highlight?: new () => Marks };

/** Marks the holes of an element's text; gives back how to take the marks away. */
export function markHoles(it: HTMLElement): () => void {
  const view = it.ownerDocument.defaultView as Marking | null;
  const all = view?.CSS?.highlights;
  const text = it.firstChild;
  if (!all || !view?.Highlight || !text) return () => undefined;
  const marks = all.get("hole") ?? new view.Highlight();
  all.set("hole", marks);
  const ranges = [...(text.textContent ?? "").matchAll(HOLE)].map(found => {
    const range = it.ownerDocument.createRange();
    range.setStart(text, found.index);
    range.setEnd(text, found.index + found[0].length);
    marks.add(range);
    return range;
  });
  return () => ranges.forEach(range => marks.delete(range));
}
