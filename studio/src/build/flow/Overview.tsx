import { useReactFlow } from "@xyflow/react";
import { memo, type PointerEvent, useCallback, useEffect, useMemo, useRef } from "react";
import { words } from "../words";
import type { Spots } from "./arrange";
import type { Graph } from "./graph";
import { heightOf, shape, WIDTH } from "./size";
import { useView, type View } from "./useView";

const [WIDE, MOST, LEAST, EDGE] = [200, 150, 56, 10];

interface Asked {
  graph: Graph;
  spots: Spots;
  picked: Set<string>;
}

/**
 * All cards, small, and which of them are in sight; a click or a drag leads there, the wheel enlarges. All cards are one path: React Flow's own has a component
 * for each, and five hundred of them looked at every move.
 */
export function Overview({ graph, spots, picked }: Asked) {
  const box = useRef<HTMLDivElement>(null);
  const sight = useRef<HTMLDivElement>(null);
  const { setCenter, getZoom, zoomTo } = useReactFlow();
  const cards = useMemo(() => graph.nodes.map(it => ({ id: it.id, x: spots[it.id]?.[0] ?? 0, y: spots[it.id]?.[1] ?? 0, high: heightOf(shape(it.exits, false)) })), [graph, spots]);
  const { left, top, scale, tall } = useMemo(() => fitted(cards), [cards]);
  const paint = useCallback(({ x, y, zoom, width, height }: View) => {
    Object.assign(sight.current?.style ?? {}, {
      width: `${(width / zoom) * scale}px`, height: `${(height / zoom) * scale}px`, transform: `translate(${(-x / zoom - left) * scale}px, ${(-y / zoom - top) * scale}px)`,
    });
  }, [left, top, scale]);
  useView(paint);
  useEffect(() => {
    const host = box.current;
    const turned = (event: WheelEvent) => {
      event.preventDefault();
      void zoomTo(getZoom() * 2 ** (-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.002)));
    };
    host?.addEventListener("wheel", turned, { passive: false });
    return () => host?.removeEventListener("wheel", turned);
  }, [getZoom, zoomTo]);
  const lead = (event: PointerEvent<HTMLDivElement>) => {
    const { left: boxLeft, top: boxTop, width, height } = event.currentTarget.getBoundingClientRect();
    const at = (pixel: number, size: number) => Math.min(Math.max(pixel, 0), size);
    void setCenter(left + at(event.clientX - boxLeft, width) / scale, top + at(event.clientY - boxTop, height) / scale, { zoom: getZoom() });
  };
  return (
    <div
      className="overview" role="img" aria-label={words.flow.map} ref={box} style={{ width: WIDE, height: tall }}
      onPointerDown={event => { event.currentTarget.setPointerCapture(event.pointerId); lead(event); }} onPointerMove={event => event.buttons === 1 && lead(event)}
    >
      <Cards cards={cards} picked={picked} seen={`${left} ${top} ${WIDE / scale} ${tall / scale}`} />
      <div className="sight" ref={sight} />
    </div>
  );
}

interface Small {
  id: string;
  x: number;
  y: number;
  high: number;
}

const Cards = memo(function Cards({ cards, picked, seen }: { cards: Small[]; picked: Set<string>; seen: string }) {
  const path = (all: Small[]) => all.map(it => `M${it.x} ${it.y}h${WIDTH}v${it.high}h${-WIDTH}z`).join("");
  const every = useMemo(() => path(cards), [cards]);
  return (
    <svg viewBox={seen} aria-hidden>
      <path d={every} />
      <path className="picked" d={path(cards.filter(it => picked.has(it.id)))} />
    </svg>
  );
});

/** How small the cards are, how tall the box is for them, and what lies in its upper left corner, so that all of them stand in the middle. */
function fitted(cards: Small[]) {
  const [left, top] = [Math.min(...cards.map(it => it.x)), Math.min(...cards.map(it => it.y))];
  const [wide, high] = [Math.max(...cards.map(it => it.x + WIDTH)) - left, Math.max(...cards.map(it => it.y + it.high)) - top];
  const scale = Math.min((WIDE - 2 * EDGE) / wide, (MOST - 2 * EDGE) / high);
  const tall = Math.max(LEAST, high * scale + 2 * EDGE);
  return { left: left - (WIDE / scale - wide) / 2, top: top - (tall / scale - high) / 2, scale, tall };
}
