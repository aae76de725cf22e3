import { type Connection, type EdgeChange, type FinalConnectionState, type NodeChange, useReactFlow } from "@xyflow/react";
import { type RefObject, useCallback, useMemo } from "react";
import { useNavigate, useParams } from "react-router";
import { placeTo } from "../places";
import type { Spots } from "./arrange";
import type { Way } from "./ExitEdge";
import type { Graph } from "./graph";
import { HEAD } from "./size";
import type { CardOf } from "./StepCard";
import type { DialogsOf } from "./useDialogs";
import type { FlowActs } from "./useFlowActs";
import type { Picked } from "./usePicked";

interface Asked {
  acts: FlowActs;
  picked: Picked;
  dialogs: DialogsOf;
  graph: Graph;
  dragged: Spots | undefined;
  setDragged: (to: Spots | undefined | ((before: Spots | undefined) => Spots)) => void;
  box: RefObject<HTMLDivElement | null>;
}

/** What mouse and finger do on the canvas. */
export function useHands({ acts, picked, dialogs, graph, dragged, setDragged, box }: Asked) {
  const { screenToFlowPosition } = useReactFlow();
  const go = useNavigate();
  const { app = "", flow = "" } = useParams();
  const onInsert = useCallback((step: string, key: string) => dialogs.open({ kind: "palette", from: { step, key } }), [dialogs.open]); // eslint-disable-line react-hooks/exhaustive-deps
  const hands = useMemo(() => {
    const focus = () => box.current?.focus({ preventScroll: true });
    const onPickWay = (id: string) => {
      picked.setWay(id);
      focus();
    };
    return {
      onNodesChange(changes: NodeChange<CardOf>[]) {
        const spots = changes.flatMap(it => (it.type === "position" && it.position && it.dragging ? [[it.id, [it.position.x, it.position.y]] as const] : []));
        if (spots.length > 0) setDragged(before => ({ ...before, ...Object.fromEntries(spots) }) as Spots);
        const selects = changes.filter(it => it.type === "select");
        if (selects.length === 0) return;
        const after = new Set(picked.ids);
        for (const it of selects) if (it.selected) after.add(it.id); else after.delete(it.id);
        picked.set(after, true);
      },
      onEdgesChange(changes: EdgeChange<Way>[]) {
        const chosen = changes.find(it => it.type === "select" && it.selected);
        if (chosen?.type === "select") onPickWay(chosen.id);
        else if (changes.some(it => it.type === "select" && it.id === picked.way)) picked.setWay(undefined);
      },
      onPickWay,
      onNodeClick: focus,
      onPaneClick() {
        focus();
        picked.set(new Set());
      },
      onNodeDoubleClick(_: unknown, { id }: CardOf) {
        if (graph.nodes.find(it => it.id === id)?.type === "page") void go(placeTo(app, { kind: "control", flow, step: id, control: "" }));
      },
      onConnect: ({ source, sourceHandle, target }: Connection) => acts.connect(source, sourceHandle ?? "next", target),
      onReconnect: (way: Way, { source, sourceHandle, target }: Connection) => {
        if (source !== way.source || sourceHandle !== way.sourceHandle) acts.connect(way.source, way.sourceHandle ?? "next");
        acts.connect(source, sourceHandle ?? "next", target);
      },
      onConnectEnd(event: MouseEvent | TouchEvent, end: FinalConnectionState) {
        if (end.isValid || !end.fromNode || end.fromHandle?.type !== "source") return;
        const { clientX, clientY } = "changedTouches" in event ? (event.changedTouches[0] as Touch) : event;
        const from = { step: end.fromNode.id, key: end.fromHandle.id ?? "next" };
        const over = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>(".react-flow__node")?.dataset.id;
        if (over && over !== from.step) return acts.connect(from.step, from.key, over);
        if (over || !box.current?.contains(document.elementFromPoint(clientX, clientY))) return;
        const { x, y } = screenToFlowPosition({ x: clientX, y: clientY });
        dialogs.open({ kind: "palette", from, spot: [Math.round(x / 8) * 8, Math.round((y - HEAD / 2) / 8) * 8] });
      },
      onDragStop() {
        if (dragged) acts.move(dragged);
        setDragged(undefined);
      },
    };
  }, [acts, picked, dialogs, graph, dragged, setDragged, box, screenToFlowPosition, go, app, flow]);
  return { ...hands, onInsert };
}
