import { lazy, Suspense } from "react";
import { useEditing } from "../useEditor";

const Conflict = lazy(() => import("./Conflict").then(it => ({ default: it.Conflict })));

/** Opens by itself when somebody else saved where I changed something too. */
export function ConflictDialog() {
  const conflict = useEditing(it => it.conflict);
  return conflict && <Suspense><Conflict of={conflict} key={conflict.theirs.revision} /></Suspense>;
}
