import { startTransition, useEffect, useState } from "react";

/** False at first, true in a task of its own after what stands around it has been drawn: nobody is unheard for as long as both would take. `after` is what has to come before. */
export function useSoon(after = true): boolean {
  const [soon, setSoon] = useState(false);
  useEffect(() => {
    if (!after) return;
    const timer = setTimeout(() => startTransition(() => setSoon(true)));
    return () => clearTimeout(timer);
  }, [after]);
  return soon;
}
