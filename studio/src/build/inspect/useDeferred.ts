import { startTransition, useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/**
 * As React's `useDeferredValue`: what is shown comes after everything that is more urgent, also the first time; until then there is nothing. The act beside it shows it at once,
 * for whoever goes on from it.
 */
export function useDeferred<T>(now: T): [shown: T | undefined, hurry: () => void] {
  const [shown, setShown] = useState<T>();
  const latest = useRef(now);
  useEffect(() => {
    latest.current = now;
    startTransition(() => setShown(now));
  }, [now]);
  const hurry = useCallback(() => flushSync(() => setShown(latest.current)), []);
  return [shown, hurry];
}
