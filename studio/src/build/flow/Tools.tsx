import { ActionIcon } from "@mantine/core";
import { type Icon, IconKeyboard, IconLayoutDistributeHorizontal, IconMaximize, IconMinus, IconPlus, IconSearch, IconSquareRoundedPlus } from "@tabler/icons-react";
import { useReactFlow } from "@xyflow/react";
import { memo } from "react";
import { called } from "../../parts/Tips";
import { words } from "../words";
import type { DialogsOf } from "./useDialogs";
import type { FlowActs } from "./useFlowActs";

const w = words.flow;

/** What can be done with the whole canvas. */
export const Tools = memo(function Tools({ acts, dialogs }: { acts: FlowActs; dialogs: DialogsOf }) {
  const view = useReactFlow();
  const all: [string, Icon, () => void, string][] = [
    [w.add, IconSquareRoundedPlus, () => dialogs.open({ kind: "palette" }), "A"],
    [w.search, IconSearch, () => dialogs.open({ kind: "search" }), "/"],
    [w.arrange, IconLayoutDistributeHorizontal, acts.arrange, "L"],
    [w.zoomOut, IconMinus, () => void view.zoomOut({ duration: 120 }), "−"],
    [w.zoomIn, IconPlus, () => void view.zoomIn({ duration: 120 }), "+"],
    [w.fit, IconMaximize, () => void view.fitView({ padding: 0.12, maxZoom: 1, duration: 160 }), "0"],
    [w.keys, IconKeyboard, () => dialogs.open({ kind: "keys" }), "?"],
  ];
  return (
    <div className="tools" role="toolbar" aria-label={w.canvas}>
      {all.map(([label, Icon, does, key]) => (
        <ActionIcon key={label} {...called(label, { keys: key })} variant="subtle" color="gray" size={32} onClick={does}><Icon size={18} stroke={1.7} aria-hidden /></ActionIcon>
      ))}
    </div>
  );
});
