import { useEffect, useRef } from "react";
import { useSearchParams } from "react-router";

/** Brings what a link asks for (`?slot=text`) into sight, with the focus on it. */
export function useAskedFor(kind: "slot" | "value", name: string) {
  const [query] = useSearchParams();
  const here = useRef<HTMLLIElement>(null);
  const asked = query.get(kind) === name;
  useEffect(() => {
    if (!asked || !here.current) return;
    here.current.scrollIntoView({ block: "center" });
    here.current.focus({ preventScroll: true });
  }, [asked]);
  return here;
}
