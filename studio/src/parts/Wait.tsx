import { Button } from "@mantine/core";
import { type ReactNode, useDeferredValue, useEffect, useState } from "react";
import type { Problem } from "../api/problem";
import { words } from "../words";
import { Refusal } from "./Note";

interface Asked<T> {
  data: T | undefined;
  error: Problem | null;
  refetch: () => unknown;
}

/**
 * What the answer looks like once it is there; nothing for a moment, then its bones, or why it did not come. An answer that was waited for is drawn in slices; what changes
 * afterwards is drawn at once.
 */
export function Wait<T>({ query, children, bones = 3 }: { query: Asked<T>; children: (data: T) => ReactNode; bones?: number }) {
  const came = useDeferredValue(query.data !== undefined);
  if (came && query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error)
    return (
      <div className="pad stack">
        <Refusal of={query.error} />
        <div><Button variant="default" onClick={() => void query.refetch()}>{words.tryAgain}</Button></div>
      </div>
    );
  return <Bones count={bones} />;
}

/** Draws in slices, between which the page hears keys and clicks, what would be drawn at once where it stands, as the content of a dialog is. */
export const InSlices = ({ children }: { children: ReactNode }) => useDeferredValue(true, false) && children;

export function Bones({ count = 3 }: { count?: number }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true" aria-live="polite" style={{ minHeight: count * 26 }}>
      {late && Array.from({ length: count }, (_, at) => <div className="bones" key={at} />)}
    </div>
  );
}
