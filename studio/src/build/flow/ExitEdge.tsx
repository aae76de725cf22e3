import { BaseEdge, type Edge, type EdgeProps, getBezierPath, useInternalNode, useStore } from "@xyflow/react";
import { memo } from "react";
import { words } from "../words";
import { backPath } from "./paths";

export type Way = Edge<{ onInsert: (step: string, key: string) => void; label: string }, "way">;

/** The way from an exit to a step, with a plus in the middle to put another step between. */
export const ExitEdge = memo(function ExitEdge(it: EdgeProps<Way>) {
  if (it.targetX < it.sourceX + 16) return <Back {...it} />;
  const [path, x, y] = getBezierPath({ ...it, curvature: 0.32 });
  return <Drawn {...it} path={path} x={x} y={y} />;
});

/** Ways out of picked steps stand out. Each looks for itself: React Flow puts all ways together anew when one of them is another object. */
const useNear = (step: string) => useStore(it => it.nodeLookup.get(step)?.selected === true);

/** A way back goes over both cards, not through them. */
function Back(it: EdgeProps<Way>) {
  const from = useInternalNode(it.source)?.internals.positionAbsolute.y ?? it.sourceY;
  const to = useInternalNode(it.target)?.internals.positionAbsolute.y ?? it.targetY;
  const [path, x, y] = backPath(it, Math.min(from, to));
  return <Drawn {...it} path={path} x={x} y={y} />;
}

function Drawn(it: EdgeProps<Way> & { path: string; x: number; y: number }) {
  const near = useNear(it.source);
  return (
    <>
      <BaseEdge id={it.id} className={near ? "near" : undefined} path={it.path} markerEnd={it.markerEnd} interactionWidth={18} />
      <g className="insert" transform={`translate(${it.x} ${it.y})`} role="button" tabIndex={-1} aria-label={words.flow.insert(it.source, it.target)} onClick={event => { event.stopPropagation(); it.data?.onInsert(it.source, it.sourceHandleId ?? "next"); }}>
        <circle r={10} />
        <path d="M-4 0H4M0 -4V4" />
      </g>
    </>
  );
}
