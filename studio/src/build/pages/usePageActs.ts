import { useMemo } from "react";
import { controlFolderOf } from "../controls";
import { at, type ControlType } from "../document";
import { words } from "../inspect/words";
import { useEditor } from "../useEditor";
import { addControl, childrenOf, duplicateControl, idsOf, inList, join, moveControl, pathOfControl, removeControl, split } from "./acts";

const HOLDERS = ["container", "form", "list"];

/** What can be done on a page; each answers the path of what is chosen afterwards. */
export function usePageActs(page: string, choose: (path: string | undefined) => void) {
  const editor = useEditor();
  return useMemo(() => {
    const controls = () => at(editor.get().doc, page);
    const nameOf = (path: string) => {
      const it = at(controls(), path) as { id?: string; type: string } | undefined;
      return it?.id ?? controlFolderOf(it?.type)?.name ?? path;
    };
    const change = (say: string, act: (doc: Parameters<Parameters<typeof editor.change>[1]>[0]) => string | undefined, join?: string) => {
      let then: string | undefined;
      editor.change(say, doc => void (then = act(doc)), join);
      choose(then);
    };
    const addAt = (type: ControlType, parent: string, index: number) => {
      const folder = controlFolderOf(type);
      if (!folder) return;
      change(words.adds(folder.name), doc => addControl(doc, page, parent, index, folder.make(idsOf(at(doc, page)))));
    };
    return {
      addAt,
      /** Into what is chosen where that holds others, else after it, else at the end but before the button. */
      add(type: ControlType, chosen: string | undefined) {
        const path = chosen === undefined ? undefined : pathOfControl(controls(), chosen);
        const it = path === undefined ? undefined : (at(controls(), path) as { type: string } | undefined);
        if (path !== undefined && it && HOLDERS.includes(it.type)) return addAt(type, path, childrenOf(it).length);
        if (path !== undefined) return addAt(type, split(path).parent, split(path).index + 1);
        const all = (controls() ?? []) as { type: string }[];
        const before = type !== "button" && all.at(-1)?.type === "button" ? all.length - 1 : all.length;
        addAt(type, "", before);
      },
      move: (from: string, parent: string, index: number) => change(words.moves(nameOf(from)), doc => moveControl(doc, page, from, parent, index)),
      /** One place up or down among its neighbours, and out of what holds it at the ends. */
      step(path: string, by: -1 | 1) {
        const { parent, index } = split(path);
        const count = parent ? childrenOf(at(controls(), parent)).length : ((controls() ?? []) as unknown[]).length;
        const to = index + by;
        if (to >= 0 && to < count) return change(words.moves(nameOf(path)), doc => moveControl(doc, page, path, parent, by > 0 ? to + 1 : to));
        if (!parent) return;
        const out = split(parent);
        change(words.moves(nameOf(path)), doc => moveControl(doc, page, path, out.parent, out.index + (by > 0 ? 1 : 0)));
      },
      duplicate: (path: string) => change(words.duplicates(nameOf(path)), doc => duplicateControl(doc, page, path)),
      remove(path: string) {
        const { parent, index } = split(path);
        change(words.removes(nameOf(path)), doc => {
          removeControl(doc, page, path);
          const left = parent ? childrenOf(at(doc, `${page}/${parent}`)).length : ((at(doc, page) ?? []) as unknown[]).length;
          return left > 0 ? join(parent, Math.min(index, left - 1)) : parent || undefined;
        });
      },
      /** Lists repeat fewer kinds of controls than pages have. */
      mayStand: (type: string, parent: string) => !(parent && (inList(controls(), `${parent}/controls/0`)) && ["list", "form", "button"].includes(type)),
    };
  }, [editor, page, choose]);
}

export type PageActs = ReturnType<typeof usePageActs>;
