import { BaseEdge, type Edge, type EdgeProps, getBezierPath } from "@xyflow/react";
import { memo } from "react";
import { backPath } from "../flow/paths";

export type MapWay = Edge<{ label: string; shown: boolean }, "lead">;

/** How one leads to another; in which manner is said when either is looked at, so that the map stays calm. */
export const MapEdge = memo(function MapEdge(it: EdgeProps<MapWay>) {
  const [path, x, y] = it.targetX < it.sourceX + 16 ? backPath(it, Math.min(it.sourceY, it.targetY) - 30) : getBezierPath({ ...it, curvature: 0.4 });
  return <BaseEdge id={it.id} path={path} markerEnd={it.markerEnd} style={it.style} label={it.data?.shown ? it.data.label : undefined} labelX={x} labelY={y} labelBgPadding={[6, 3]} labelBgBorderRadius={5} interactionWidth={0} />;
});
