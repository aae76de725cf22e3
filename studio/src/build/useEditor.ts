import { createContext, useContext, useRef, useSyncExternalStore } from "react";
import type { AppDocument, Flow } from "./document";
import type { Editing, Editor } from "./editor";
import { same } from "./merge";

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

/** The same for what is put together anew at every look; it stays one object as long as it says the same. */
export function useSame<T>(look: (doc: AppDocument) => T): T {
  const last = useRef<{ doc: AppDocument; is: T }>(undefined);
  return useEditing(({ doc }) => {
    if (last.current?.doc === doc) return last.current.is;
    const is = look(doc);
    last.current = { doc, is: last.current && same(last.current.is, is) ? last.current.is : is };
    return last.current.is;
  });
}

export const useFlow = (name: string): Flow | undefined => useDoc(doc => doc.flows?.[name]);
