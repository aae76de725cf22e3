import { useMemo, useRef } from "react";
import type { ClipboardEvent } from "react";
import { writes } from "../top/undoKeys";
import { read, write } from "./clipboard";
import type { FlowActs } from "./useFlowActs";
import type { Picked } from "./usePicked";

/** Copy, cut and paste of steps as a piece of script, between flows and apps. */
export function useClipboard({ acts, picked }: { acts: FlowActs; picked: Picked }) {
  const pastes = useRef(0);
  return useMemo(() => {
    const copy = (event: ClipboardEvent) => {
      if (picked.ids.size === 0 || writes(event.target)) return false;
      event.clipboardData.setData("text/plain", write(acts.piece([...picked.ids])));
      event.preventDefault();
      pastes.current = 0;
      return true;
    };
    return {
      onCopy: (event: ClipboardEvent) => void copy(event),
      onCut: (event: ClipboardEvent) => void (copy(event) && acts.remove([...picked.ids])),
      onPaste(event: ClipboardEvent) {
        const piece = writes(event.target) ? undefined : read(event.clipboardData.getData("text/plain"));
        if (!piece) return;
        event.preventDefault();
        pastes.current++;
        picked.set(new Set(acts.paste(piece, [40 * pastes.current, 56 * pastes.current])));
      },
    };
  }, [acts, picked]);
}
