import { ActionIcon } from "@mantine/core";
import { IconAppWindow, IconArrowRightCircle, IconCopy, IconFlag3, IconPlus, IconTrash } from "@tabler/icons-react";
import { NodeToolbar, Position } from "@xyflow/react";
import { useNavigate, useParams } from "react-router";
import { called } from "../../parts/Tips";
import { placeTo } from "../places";
import { words } from "../words";
import type { Graph } from "./graph";
import type { DialogsOf } from "./useDialogs";
import type { FlowActs } from "./useFlowActs";

interface Asked {
  acts: FlowActs;
  graph: Graph;
  ids: Set<string>;
  dialogs: DialogsOf;
}

const w = words.flow;
const icon = { size: 16, stroke: 1.7, "aria-hidden": true } as const;

/** What can be done with the selected cards, beside them. */
export function CardTools({ acts, graph, ids, dialogs }: Asked) {
  const go = useNavigate();
  const { app = "", flow = "" } = useParams();
  const all = [...ids];
  const one = ids.size === 1 ? graph.nodes.find(it => it.id === all[0]) : undefined;
  const exit = one && (one.exits.find(it => !it.to) ?? one.exits[0]);
  const tools = [
    one && exit && { key: "add", label: words.palette.after(one.id), Icon: IconPlus, does: () => dialogs.open({ kind: "palette", from: { step: one.id, key: exit.key } }) },
    one && exit && { key: "connect", label: words.connect.exit(one.id), Icon: IconArrowRightCircle, does: () => dialogs.open({ kind: "exit", step: one.id }) },
    one && one.id !== graph.start && { key: "start", label: w.starts(one.id), Icon: IconFlag3, does: () => acts.start(one.id) },
    one?.type === "page" && { key: "page", label: w.page, Icon: IconAppWindow, does: () => void go(placeTo(app, { kind: "control", flow, step: one.id, control: "" })) },
    { key: "duplicate", label: w.duplicated(all.join(", ")), Icon: IconCopy, does: () => void acts.duplicate(all) },
    { key: "remove", label: w.removed(all.join(", ")), Icon: IconTrash, does: () => acts.remove(all) },
  ].filter(it => typeof it === "object");
  return (
    <NodeToolbar nodeId={all} isVisible={ids.size > 0} position={Position.Top} offset={ids.has(graph.start) ? 28 : 10} className="cardtools">
      {tools.map(({ key, label, Icon, does }) => <ActionIcon key={key} {...called(label)} variant="subtle" color="gray" size={28} onClick={does}><Icon {...icon} /></ActionIcon>)}
    </NodeToolbar>
  );
}
