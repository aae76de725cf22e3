import { IconAdjustments, IconListTree, IconSchema } from "@tabler/icons-react";
import { words } from "./words";

export type Pane = "tree" | "stage" | "inspector";
const icons = { tree: IconListTree, stage: IconSchema, inspector: IconAdjustments };

/** On a phone one pane is seen at a time; this leads from one to the other. */
export function Panes({ pane, details, onPane }: { pane: Pane; details: boolean; onPane: (to: Pane) => void }) {
  const shown: Pane[] = details ? ["tree", "stage", "inspector"] : ["tree", "stage"];
  return (
    <nav className="panes" aria-label={words.panes.label}>
      {shown.map(it => {
        const Icon = icons[it];
        return <button key={it} type="button" aria-pressed={pane === it} onClick={() => onPane(it)}><Icon size={20} stroke={1.7} aria-hidden />{words.panes[it]}</button>;
      })}
    </nav>
  );
}
