import { useCallback, useMemo } from "react";
import type { Spot, StepType } from "../document";
import { useSelected } from "../selection";
import { folderOf } from "../steps";
import { useEditor } from "../useEditor";
import { words } from "../words";
import { addStep, connect, keepSpots, type Piece, put, removeSteps, take } from "./acts";
import { arrange, type Spots } from "./arrange";
import type { Graph } from "./graph";

const w = words.flow;

/** What can be done on the canvas of one flow; each is one step of undo, and keeps every other card where it is seen. */
export function useFlowActs(flow: string, graph: Graph, spots: Spots) {
  const editor = useEditor();
  const [, select] = useSelected();
  const pick = useCallback((step: string | undefined) => select(step ? { kind: "step", flow, step } : { kind: "flow", flow }), [select, flow]);
  return useMemo(() => {
    const doing = (what: string, edit: Parameters<typeof editor.change>[1], join?: string) =>
      editor.change(what, doc => {
        if (Object.keys(spots).some(id => !graph.spots?.[id])) keepSpots(doc, flow, spots);
        edit(doc);
      }, join);
    const puts = (what: string, piece: Piece, by: Spot): string[] => {
      let names: string[] = [];
      doing(what, doc => void (names = put(doc, flow, piece, by)));
      pick(names[0]);
      return names;
    };
    return {
      pick,
      add(type: StepType, spot: Spot, from?: { step: string; key: string }) {
        let id: string | undefined;
        doing(w.added(folderOf(type)?.name ?? type), doc => void (id = addStep(doc, flow, { type, spot, from })));
        pick(id);
      },
      connect: (step: string, key: string, to?: string) => doing(to ? w.connected(step, to) : w.cut(step), doc => connect(doc, flow, step, key, to)),
      remove(ids: string[]) {
        if (ids.length === 0) return;
        const before = graph.nodes.find(it => !ids.includes(it.id) && it.exits.some(exit => exit.to && ids.includes(exit.to)))?.id;
        doing(w.removed(ids.join(", ")), doc => removeSteps(doc, flow, ids));
        pick(before);
      },
      piece: (ids: string[]) => take(editor.get().doc, flow, ids, spots),
      paste: (piece: Piece, by: Spot) => puts(w.pasted(Object.keys(piece.steps).length), piece, by),
      duplicate: (ids: string[]) => puts(w.duplicated(ids.join(", ")), take(editor.get().doc, flow, ids, spots), [32, 48]),
      move: (moved: Spots, join?: string) => doing(w.moved, doc => keepSpots(doc, flow, moved), join),
      arrange: () => doing(w.arranged, doc => keepSpots(doc, flow, arrange(graph))),
      start: (id: string) => doing(w.starts(id), doc => { const it = doc.flows?.[flow]; if (it) it.start = id; }),
    };
  }, [editor, flow, graph, spots, pick]);
}

export type FlowActs = ReturnType<typeof useFlowActs>;
