import { ViewportPortal } from "@xyflow/react";
import { memo, type MouseEvent } from "react";
import type { Line } from "./lines";

interface Asked {
  lines: Line[];
  /** What a line stands out as, or stays pale as. */
  look: (it: Line) => string | undefined;
  onOver?: (id: string) => void;
  onPick?: (id: string) => void;
}

const idOf = (event: MouseEvent) => (event.target as SVGElement).dataset.way ?? "";

/**
 * All ways of a flow in one picture. React Flow has a component and a picture for each, which come and go while the canvas moves: that was most of what a move
 * cost with hundreds of steps. The way that a hand is on is React Flow's own, and drawn over its line here.
 */
export function Ways({ lines, look, onOver, onPick }: Asked) {
  return (
    <ViewportPortal>
      <svg className="ways" aria-hidden onMouseMove={onOver && (event => onOver(idOf(event)))} onClick={onPick && (event => { event.stopPropagation(); onPick(idOf(event)); })}>
        <defs><marker id="way-tip" viewBox="-10 -10 20 20" markerWidth="16" markerHeight="16" orient="auto"><path d="M-5-4 0 0-5 4Z" /></marker></defs>
        {lines.map(it => <Drawn key={it.id} id={it.id} path={it.path} look={look(it)} touched={onOver !== undefined} />)}
      </svg>
    </ViewportPortal>
  );
}

/** The second line is as wide as a finger wants it, and never painted. */
const Drawn = memo(function Drawn({ id, path, look, touched }: { id: string; path: string; look?: string; touched: boolean }) {
  return (
    <>
      <path className={look} d={path} markerEnd="url(#way-tip)" />
      {touched && <path className="reach" d={path} data-way={id} />}
    </>
  );
});
