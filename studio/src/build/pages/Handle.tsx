import { IconArrowDown, IconArrowUp, IconCopy, IconGripVertical, IconTrash } from "@tabler/icons-react";
import { type RefObject, useEffect, useState } from "react";
import { controlFolderOf } from "../controls";
import { at, type Control } from "../document";
import { words } from "../inspect/words";
import { useDoc } from "../useEditor";
import { drag, rectOf } from "./dragging";
import type { PageActs } from "./usePageActs";

interface HandleIs {
  page: string;
  path: string;
  root: RefObject<HTMLElement | null>;
  acts: PageActs;
}

/** Stands at the chosen control: what it is, and by what it is moved, doubled and taken away. */
export function Handle({ page, path, root, acts }: HandleIs) {
  const type = useDoc(doc => (at(doc, `${page}/${path}`) as Control | undefined)?.type);
  const [spot, setSpot] = useState<{ left: number; top: number }>();
  useEffect(() => {
    const it = root.current?.querySelector<HTMLElement>(`[data-path="${path}"]`);
    const body = root.current?.ownerDocument.body;
    if (!it || !body) return;
    const look = () => {
      const { left, top } = rectOf(it);
      setSpot(before => (before?.left === left - 8 && before.top === top - 10 ? before : { left: Math.max(4, left - 8), top: Math.max(34, top - 10) }));
    };
    look();
    const seen = new ResizeObserver(look);
    seen.observe(body);
    seen.observe(it);
    return () => seen.disconnect();
  });
  const name = controlFolderOf(type)?.name;
  if (!name || !spot) return null;
  return (
    <div className="handle" style={spot} role="toolbar" aria-label={words.acts(name)} data-handle>
      <button type="button" draggable aria-label={words.page.move(name)} title={words.page.move(name)} onDragStart={event => { event.dataTransfer.effectAllowed = "move"; event.dataTransfer.setData("text/plain", name); drag({ path }); }} onDragEnd={() => drag(undefined)}><IconGripVertical size={14} /></button>
      <span>{name}</span>
      <button type="button" aria-label={words.list.up(name)} title={words.list.up(name)} onClick={() => acts.step(path, -1)}><IconArrowUp size={14} /></button>
      <button type="button" aria-label={words.list.down(name)} title={words.list.down(name)} onClick={() => acts.step(path, 1)}><IconArrowDown size={14} /></button>
      <button type="button" aria-label={words.duplicates(name)} title={words.duplicates(name)} onClick={() => acts.duplicate(path)}><IconCopy size={14} /></button>
      <button type="button" aria-label={words.removes(name)} title={words.removes(name)} onClick={() => acts.remove(path)}><IconTrash size={14} /></button>
    </div>
  );
}
