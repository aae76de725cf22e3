import { BaseEdge, type Edge, type EdgeProps, getBezierPath, getSmoothStepPath } from "@xyflow/react";
import { memo } from "react";
import { words } from "../words";

export type Way = Edge<{ onInsert: (step: string, key: string) => void; label: string }, "way">;

/** The way from an exit to a step, with a plus in the middle to put another step between. */
export const ExitEdge = memo(function ExitEdge(it: EdgeProps<Way>) {
  const back = it.targetX < it.sourceX + 24;
  const [path, x, y] = back ? getSmoothStepPath({ ...it, borderRadius: 14, offset: 24 }) : getBezierPath({ ...it, curvature: 0.32 });
  const key = it.sourceHandleId ?? "next";
  return (
    <>
      <BaseEdge id={it.id} path={path} markerEnd={it.markerEnd} interactionWidth={18} />
      <g className="insert" transform={`translate(${x} ${y})`} role="button" tabIndex={-1} aria-label={words.flow.insert(it.source, it.target)} onClick={event => { event.stopPropagation(); it.data?.onInsert(it.source, key); }}>
        <circle r={10} />
        <path d="M-4 0H4M0 -4V4" />
      </g>
    </>
  );
});
