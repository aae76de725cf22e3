import { type ReactNode, useEffect, useRef } from "react";
import { useLocation } from "react-router";

/** The ways between screens that belong together. On a phone not all of them are in sight; the one that one is on is. */
export function Tabs({ label, children }: { label: string; children: ReactNode }) {
  const { pathname } = useLocation();
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const all = row.current;
    if (!all) return;
    const seen = new ResizeObserver(() => all.querySelector("[aria-current=page]")?.scrollIntoView({ block: "nearest", inline: "nearest" }));
    seen.observe(all); // tells at once, and again when the window is narrowed or a phone turned
    return () => seen.disconnect();
  }, [pathname]);
  return <nav className="tabs" aria-label={label} ref={row}>{children}</nav>;
}
