import { createContext, useContext, useRef, useSyncExternalStore } from "react";
import type { AppDocument, Flow } from "./document";
import type { Editing, Editor } from "./editor";

export const EditorContext = createContext<Editor | undefined>(undefined);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error("Nothing is edited here");
  return editor;
}

/** What of the editing this part looks at; it is drawn anew only when that changes, so it must be the same object while it is the same. */
export function useEditing<T>(look: (it: Editing) => T): T {
  const editor = useEditor();
  const looking = useRef(look);
  looking.current = look; // eslint-disable-line react-hooks/refs
  return useSyncExternalStore(editor.subscribe, () => looking.current(editor.get()));
}

export const useDoc = <T,>(look: (doc: AppDocument) => T): T => useEditing(it => look(it.doc));
export const useFlow = (name: string): Flow | undefined => useDoc(doc => doc.flows?.[name]);
