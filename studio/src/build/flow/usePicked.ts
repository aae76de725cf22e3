import { useReactFlow } from "@xyflow/react";
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useSelected } from "../selection";
import type { Spots } from "./arrange";
import type { Graph } from "./graph";
import { heightOf, shape, WIDTH } from "./size";

const REST = 120;

/**
 * What is picked: one step, which stands in the address, or several, or a way. What is picked from elsewhere is brought into sight. Whoever walks from card to
 * card has the step in the address, and with it in the inspector, when they rest: everything that looks at the address is drawn anew then, the canvas alone before.
 */
export function usePicked(flow: string, graph: Graph, spots: Spots, pick: (step: string | undefined) => void) {
  const [selected] = useSelected();
  const inAddress = selected.kind === "step" && selected.flow === flow ? selected.step : undefined;
  const [walked, setWalked] = useState<{ from: string | undefined; to: string }>();
  const walking = walked && walked.from === inAddress && walked.to !== inAddress ? walked.to : undefined;
  const at = walking ?? inAddress;
  const [many, setMany] = useState<Set<string>>();
  const [way, setWay] = useState<string>();
  const ids = useMemo(() => many ?? new Set(at === undefined ? [] : [at]), [many, at]);
  const byHand = useRef(false);
  useShown(at, graph, spots, byHand);
  const rest = useCallback(() => {
    if (!walking) return;
    pick(walking);
    setWalked(undefined); // whoever comes back to where the walk began is there
  }, [walking, pick]);
  useEffect(() => {
    if (!walking) return;
    const timer = setTimeout(rest, REST);
    return () => clearTimeout(timer);
  }, [walking, rest]);
  const walk = useCallback((to: string) => {
    setWay(undefined);
    setMany(undefined);
    setWalked({ from: inAddress, to });
  }, [inAddress]);
  const set = useCallback((after: Set<string>, hand = false) => {
    byHand.current = hand;
    setWalked(undefined);
    setWay(undefined);
    setMany(after.size > 1 ? after : undefined);
    if (after.size <= 1) pick([...after][0]);
  }, [pick]);
  const only = ids.size === 1 ? [...ids][0] : undefined;
  return useMemo(() => ({ ids, only, way, set, setWay, walk, rest }), [ids, only, way, set, walk, rest]);
}

export type Picked = ReturnType<typeof usePicked>;

/** What a hand takes hold of is in sight already, and must not glide away under it. */
function useShown(id: string | undefined, graph: Graph, spots: Spots, handRef: RefObject<boolean>) {
  const { setCenter, getViewport } = useReactFlow();
  const first = useRef(true);
  const now = useRef({ graph, spots });
  useEffect(() => {
    now.current = { graph, spots };
  });
  useEffect(() => {
    const opening = first.current;
    first.current = false;
    const held = handRef.current;
    handRef.current = false;
    if (held) return;
    const spot = id === undefined ? undefined : now.current.spots[id];
    const node = now.current.graph.nodes.find(it => it.id === id);
    const pane = document.querySelector("[data-canvas]")?.getBoundingClientRect();
    if (!spot || !node || !pane) return;
    const { x, y, zoom } = getViewport();
    const high = heightOf(shape(node.exits, true));
    const [left, top] = [spot[0] * zoom + x, spot[1] * zoom + y];
    const inSight = !opening && left > 16 && top > 16 && left + WIDTH * zoom < pane.width - 16 && top + high * zoom < pane.height - 16;
    if (!inSight) void setCenter(spot[0] + WIDTH / 2, spot[1] + high / 2, { zoom: opening ? 1 : Math.max(zoom, 0.5), duration: opening ? 0 : 160 });
  }, [id, getViewport, setCenter, handRef]);
}
