import { useEffect, useState } from "react";
import { tip } from "../../parts/Tips";
import { exact, said } from "../../parts/When";
import type { Saving } from "../editor";
import { useEditing, useEditor } from "../useEditor";
import { words } from "../words";

const w = words.top;
const looks: Record<Saving, string> = { saved: "", waiting: "", saving: "", offline: "state draft", conflict: "state failed", refused: "state failed" };

/** Whether what I see is kept, always in words. */
export function SavedState() {
  const editor = useEditor();
  const saving = useEditing(it => it.saving);
  const at = useEditing(it => it.savedAt);
  const by = useEditing(it => it.savedBy);
  const refusal = useEditing(it => it.refusal);
  useTicks(saving === "saved");
  const text = saving === "saved" ? w.saved(said(at)) : w[saving];
  const more = saving === "refused" ? w.refusedWhy(refusal ?? "") : w.by(by, exact(at));
  return (
    <button {...tip(more)} type="button" className={`saved ${looks[saving]}`} data-saving={saving} onClick={() => void editor.flush()}>{text}</button>
  );
}

function useTicks(on: boolean) {
  const [, tick] = useState(0);
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(() => tick(it => it + 1), 5_000);
    return () => clearInterval(timer);
  }, [on]);
}
