import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import { memo } from "react";
import { Link } from "react-router";
import type { FlowChannel, TriggerType } from "../document";
import { channelIcons, triggerIcons } from "../looks";
import { placeTo } from "../places";
import { useFaults } from "../problems";
import { words } from "../words";
import type { Place } from "./columns";

export type MapNode = Node<Place & Record<string, unknown> & { app: string; here: boolean }, "place">;

/** A trigger or a flow; a click goes there. */
export const MapCard = memo(function MapCard({ data: it }: NodeProps<MapNode>) {
  const problems = useFaults(it.id);
  const flow = it.kind === "flow";
  const Icon = (flow ? channelIcons[it.type as FlowChannel] : triggerIcons[it.type as TriggerType]) ?? channelIcons.none;
  const told = flow ? `${words.flowKinds[it.type as FlowChannel] ?? it.type} · ${words.map.steps(it.steps)}` : (words.triggerKinds[it.type as TriggerType] ?? it.type);
  const to = placeTo(it.app, flow ? { kind: "flow", flow: it.name } : { kind: "trigger", trigger: it.name });
  return (
    <Link className="mapcard nodrag" data-kind={it.kind} data-type={it.type} aria-current={it.here ? "true" : undefined} to={to}>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <span className="stepicon"><Icon size={18} stroke={1.7} aria-hidden /></span>
      <span className="told"><strong>{it.name}</strong><small>{told}</small></span>
      {problems.length > 0 && <em className={problems.some(p => p.severity === "error") ? "errors" : "warnings"} aria-label={words.tree.problems(problems.length)}>{problems.length}</em>}
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </Link>
  );
});
