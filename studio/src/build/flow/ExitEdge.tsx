import { BaseEdge, type Edge, type EdgeProps, useInternalNode } from "@xyflow/react";
import { memo } from "react";
import { words } from "../words";
import { wayPath } from "./lines";

export type Way = Edge<{ onInsert: (step: string, key: string) => void; near: boolean }, "way">;

/** The way that a hand is on: it can be picked, its ends can be taken elsewhere, and a plus in the middle puts another step between. */
export const ExitEdge = memo(function ExitEdge(it: EdgeProps<Way>) {
  const from = useInternalNode(it.source)?.internals.positionAbsolute.y ?? it.sourceY;
  const to = useInternalNode(it.target)?.internals.positionAbsolute.y ?? it.targetY;
  const [path, x, y] = wayPath(it, Math.min(from, to));
  return (
    <>
      <BaseEdge id={it.id} className={it.data?.near ? "near" : undefined} path={path} markerEnd={it.markerEnd} interactionWidth={18} />
      <g className="insert" transform={`translate(${x} ${y})`} role="button" tabIndex={-1} aria-label={words.flow.insert(it.source, it.target)} onClick={event => { event.stopPropagation(); it.data?.onInsert(it.source, it.sourceHandleId ?? "next"); }}>
        <circle r={10} />
        <path d="M-4 0H4M0 -4V4" />
      </g>
    </>
  );
});
