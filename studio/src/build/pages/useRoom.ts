import { useCallback, useState } from "react";

/** How wide an element is, kept up to date; the ref goes to the element. */
export function useRoom(): [number, (it: HTMLElement | null) => (() => void) | undefined] {
  const [room, setRoom] = useState(960);
  const measure = useCallback((it: HTMLElement | null) => {
    if (!it) return undefined;
    const seen = new ResizeObserver(() => setRoom(it.clientWidth));
    seen.observe(it);
    return () => seen.disconnect();
  }, []);
  return [room, measure];
}
