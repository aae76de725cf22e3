import { useReactFlow } from "@xyflow/react";
import type { KeyboardEvent } from "react";
import type { Spot } from "../document";
import { FIELDS, WANTED } from "../selection";
import { writes } from "../top/undoKeys";
import type { Spots } from "./arrange";
import type { Graph } from "./graph";
import { type Direction, neighbour } from "./moves";
import type { DialogsOf } from "./useDialogs";
import type { FlowActs } from "./useFlowActs";
import type { Picked } from "./usePicked";

interface Asked {
  graph: Graph;
  spots: Spots;
  acts: FlowActs;
  picked: Picked;
  dialogs: DialogsOf;
}

const ARROWS: Record<string, [Direction, Spot]> = { ArrowRight: ["on", [16, 0]], ArrowLeft: ["back", [-16, 0]], ArrowUp: ["up", [0, -16]], ArrowDown: ["down", [0, 16]] };

/** Everything on the canvas by keyboard; the map of keys is under `?`. */
export function useCanvasKeys({ graph, spots, acts, picked, dialogs }: Asked) {
  const view = useReactFlow();
  const one = picked.only;
  const step = graph.nodes.find(it => it.id === one);
  const show = (way: Direction) => {
    const to = neighbour(graph, spots, one, way);
    if (to) picked.walk(to);
    return to !== undefined;
  };
  const nudge = (by: Spot) => acts.move(Object.fromEntries([...picked.ids].map(id => [id, [(spots[id]?.[0] ?? 0) + by[0], (spots[id]?.[1] ?? 0) + by[1]] as Spot])), `nudge ${[...picked.ids].join()}`);
  const cut = (way: string) => {
    const [from = "", key = "next"] = way.split("|");
    acts.connect(from, key);
    picked.setWay(undefined);
  };
  const add = () => dialogs.open({ kind: "palette", from: step?.exits.length ? { step: step.id, key: (step.exits.find(it => !it.to) ?? step.exits[0])?.key ?? "next" } : undefined });
  const connect = () => {
    if (!step || step.exits.length === 0) return;
    const [only] = step.exits;
    if (step.exits.length === 1 && only) dialogs.open({ kind: "target", step: step.id, key: only.key, label: only.label });
    else dialogs.open({ kind: "exit", step: step.id });
  };
  const plain: Record<string, () => void> = {
    a: add, c: connect, s: () => one && acts.start(one), l: acts.arrange, "/": () => dialogs.open({ kind: "search" }), "?": () => dialogs.open({ kind: "keys" }), "0": () => void view.fitView({ padding: 0.12, maxZoom: 1, duration: 160 }),
    "+": () => void view.zoomIn({ duration: 120 }), "-": () => void view.zoomOut({ duration: 120 }), Enter: () => { picked.rest(); toDetails(); }, Escape: () => picked.set(new Set()),
    Delete: () => (picked.way ? cut(picked.way) : acts.remove([...picked.ids])), Backspace: () => (picked.way ? cut(picked.way) : acts.remove([...picked.ids])),
  };
  const withControl: Record<string, () => void> = { d: () => picked.ids.size > 0 && acts.duplicate([...picked.ids]), f: () => dialogs.open({ kind: "search" }), a: () => picked.set(new Set(graph.nodes.map(it => it.id))) };
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented || event.altKey || writes(event.target) || event.target !== event.currentTarget) return;
    const arrow = ARROWS[event.key];
    const control = event.ctrlKey || event.metaKey;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (arrow && !control) {
      if (event.shiftKey && picked.ids.size > 0) nudge(arrow[1]);
      else show(arrow[0]);
    } else if (event.key === "Tab" && !control) {
      if (!one || !show(event.shiftKey ? "before" : "next")) return; // past the last step, Tab leaves the canvas
    } else {
      const does = (control ? withControl : plain)[key];
      if (!does) return;
      does();
    }
    event.preventDefault();
  };
}

/** The first field of the details, for whoever came by keyboard; Escape leads back. */
function toDetails() {
  document.querySelector("[data-inspector]")?.dispatchEvent(new Event(WANTED));
  const all = document.querySelectorAll<HTMLElement>(`[data-inspector] :is(${FIELDS})`);
  ([...all].find(it => !it.closest("header")) ?? all[0])?.focus();
}
