import { useMemo, useState } from "react";
import type { Spot } from "../document";

export type Dialog =
  | { kind: "palette"; spot?: Spot; from?: { step: string; key: string } }
  | { kind: "exit"; step: string }
  | { kind: "target"; step: string; key: string; label: string }
  | { kind: "search" }
  | { kind: "keys" };

/** Which list is open over the canvas. */
export function useDialogs() {
  const [now, open] = useState<Dialog>();
  return useMemo(() => ({ now, open, close: () => open(undefined) }), [now]);
}

export type DialogsOf = ReturnType<typeof useDialogs>;
