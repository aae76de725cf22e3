import { useCallback } from "react";
import { at } from "../document";
import { useDoc, useEditor } from "../useEditor";
import { lastOf, nameOf, write } from "./paths";
import { labelOf, words } from "./words";

/**
 * One field of the document and the way to change it. Letters typed one after the other are undone as one; a choice is a step of its own. `shown` is for a field
 * that draws its letters itself, before anybody hears of them.
 */
export function useValue<T>(path: string, shown = false): [T | undefined, (next: T | undefined) => void, (next: T | undefined) => void] {
  const editor = useEditor();
  const value = useDoc(doc => at(doc, path)) as T | undefined;
  const say = words.changes(labelOf(lastOf(path)), nameOf(path));
  const type = useCallback((next: T | undefined) => editor.change(say, doc => write(doc, path, next), path, shown), [editor, path, say, shown]);
  const choose = useCallback((next: T | undefined) => editor.change(say, doc => write(doc, path, next)), [editor, path, say]);
  return [value, type, choose];
}
