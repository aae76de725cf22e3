import { useEffect, useRef } from "react";
import { useEditor } from "../useEditor";

/** Ctrl+Z in a field undoes the document, whose history knows what was typed; fields have none of their own. */
export function useUndoInFields() {
  const editor = useEditor();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const host = root.current;
    const heard = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== "z" && key !== "y")) return;
      event.preventDefault();
      event.stopPropagation();
      if (key === "y" || event.shiftKey) editor.redo();
      else editor.undo();
    };
    host?.addEventListener("keydown", heard, true);
    return () => host?.removeEventListener("keydown", heard, true);
  }, [editor]);
  return root;
}
