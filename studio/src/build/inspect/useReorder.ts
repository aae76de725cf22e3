import { type DragEvent, type KeyboardEvent, useState } from "react";

/** Puts the entries of a list in another order: dragged by their handle, or by Alt and an arrow anywhere in them. */
export function useReorder(kind: string, count: number, move: (from: number, to: number) => void) {
  const [dragged, setDragged] = useState<number>();
  const [over, setOver] = useState<number>();
  const end = () => {
    setDragged(undefined);
    setOver(undefined);
  };
  const handle = (at: number) => ({
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData(`application/x-wayfare-${kind}`, String(at));
      setDragged(at);
    },
    onDragEnd: end,
  });
  const entry = (at: number) => ({
    "data-over": over === at && dragged !== undefined && dragged !== at ? (dragged < at ? "below" : "above") : undefined,
    onDragOver: (event: DragEvent) => {
      if (dragged === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(at);
    },
    onDrop: (event: DragEvent) => {
      if (dragged === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (dragged !== at) move(dragged, at);
      end();
    },
    onKeyDown: (event: KeyboardEvent) => {
      const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
      if (!event.altKey || step === 0) return;
      event.preventDefault();
      event.stopPropagation();
      if (at + step >= 0 && at + step < count) move(at, at + step);
    },
  });
  return { handle, entry };
}
