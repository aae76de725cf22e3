import { late } from "../../parts/late";
import { useEditing } from "../useEditor";

const Conflict = late(() => import("./Conflict").then(it => it.Conflict));

/** Opens by itself when somebody else saved where I changed something too. */
export function ConflictDialog() {
  const conflict = useEditing(it => it.conflict);
  return conflict && <Conflict of={conflict} key={conflict.theirs.revision} />;
}
