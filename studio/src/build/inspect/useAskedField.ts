import { type RefObject, useEffect } from "react";
import { FIELDS, type Selected, useField } from "../selection";

/** Puts the focus into the field that the address asks for, or into the one around it. */
export function useAskedField(root: RefObject<HTMLElement | null>, selected: Selected | undefined) {
  const field = useField();
  useEffect(() => {
    if (!field) return;
    const rows = [...(root.current?.querySelectorAll<HTMLElement>("[data-field]") ?? [])];
    for (let path = field; path; path = path.slice(0, Math.max(0, path.lastIndexOf("/")))) {
      const row = rows.find(it => it.dataset.field === path || it.dataset.field?.endsWith(`/${path}`));
      if (!row) continue;
      row.scrollIntoView({ block: "nearest" });
      row.querySelector<HTMLElement>(`.fld-body :is(${FIELDS}, button)`)?.focus({ preventScroll: true });
      return;
    }
  }, [root, selected, field]);
}
