import "@xyflow/react/dist/style.css";
import "../flow/flow.css";
import "./map.css";
import { Button, useComputedColorScheme } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { MarkerType, ReactFlow, ReactFlowProvider } from "@xyflow/react";
import { useMemo, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { Empty } from "../../parts/Page";
import type { TriggerType } from "../document";
import { Dots } from "../flow/Dots";
import { triggerIcons } from "../looks";
import { placeTo } from "../places";
import { addTrigger } from "../tree/acts";
import { useEditor, useSame } from "../useEditor";
import { words } from "../words";
import { columns } from "./columns";
import { leads } from "./leads";
import { MapCard, type MapNode } from "./MapCard";
import { MapEdge } from "./MapEdge";

const w = words.map;
const nodeTypes = { place: MapCard };
const edgeTypes = { lead: MapEdge };

/** What starts the app, its flows, and how they lead to one another. */
export function MapStage() {
  const { app = "", trigger } = useParams();
  const all = useSame(doc => ({
    places: [
      ...Object.entries(doc.triggers ?? {}).map(([name, it]) => ({ id: `triggers/${name}`, name, kind: "trigger" as const, type: it.type as string, steps: 0 })),
      ...Object.entries(doc.flows ?? {}).map(([name, it]) => ({ id: `flows/${name}`, name, kind: "flow" as const, type: (it.channel ?? "none") as string, steps: Object.keys(it.steps ?? {}).length })),
    ],
    ways: leads(doc),
  }));
  const [looked, setLooked] = useState<string>();
  const over = looked ?? (trigger && `triggers/${trigger}`);
  const spots = useMemo(() => columns(all), [all]);
  const nodes = useMemo(() => all.places.map((it): MapNode => ({ id: it.id, type: "place", position: spots[it.id] ?? { x: 0, y: 0 }, data: { ...it, app, here: it.id === `triggers/${trigger}` } })), [all, spots, app, trigger]);
  const edges = useMemo(() => all.ways.map(it => {
    const label = it.kinds.filter(kind => kind !== "trigger").map(kind => w.leads[kind as keyof typeof w.leads]).join(", ");
    const near = it.from === over || it.to === over;
    return { id: `${it.from} ${it.to}`, source: it.from, target: it.to, type: "lead" as const, ariaRole: "group" as const, data: { label, shown: near }, className: near ? "near" : undefined, zIndex: near ? 1 : 0, markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16 }, style: label ? { strokeDasharray: "5 4" } : undefined };
  }), [all, over]);
  const scheme = useComputedColorScheme("light");
  const narrow = useMediaQuery("(max-width: 820px)", false, { getInitialValueInEffect: false });
  const begins = useMemo(() => firstColumns(spots), [spots]);
  if (all.places.length === 0) return <Beginning app={app} />;
  return (
    <ReactFlowProvider>
      <div className="canvas map" role="region" aria-label={w.label} onFocus={event => setLooked((event.target as HTMLElement).closest<HTMLElement>(".react-flow__node")?.dataset.id)}>
        <ReactFlow
          key={all.places.length} nodes={nodes} edges={edges} nodeTypes={nodeTypes} edgeTypes={edgeTypes} onNodeMouseEnter={(_, it) => setLooked(it.id)} onNodeMouseLeave={() => setLooked(undefined)} colorMode={scheme} nodesDraggable={false} nodesConnectable={false} nodesFocusable={false} elementsSelectable={false} disableKeyboardA11y
          deleteKeyCode={null} panOnScroll minZoom={0.3} maxZoom={1.4} fitView fitViewOptions={{ padding: 0.14, maxZoom: 1, ...(narrow && { nodes: begins }) }} attributionPosition="bottom-left"
        >
          <Dots />
        </ReactFlow>
      </div>
    </ReactFlowProvider>
  );
}

/** A phone cannot show a whole map that can be read: it begins with what starts the app and where that leads. */
function firstColumns(spots: Record<string, { x: number }>) {
  const [first = 0, second = first] = [...new Set(Object.values(spots).map(it => it.x))].sort((a, b) => a - b);
  return Object.entries(spots).filter(([, it]) => it.x <= second).map(([id]) => ({ id }));
}

const BEGIN: TriggerType[] = ["text", "call", "web"];

/** An app with nothing in it yet: how people reach it is the first thing to say. */
function Beginning({ app }: { app: string }) {
  const editor = useEditor();
  const go = useNavigate();
  const begin = (type: TriggerType) => {
    let flow = "";
    editor.change(words.tree.added(words.triggerKinds[type]), doc => {
      const name = addTrigger(doc, type);
      flow = doc.triggers?.[name]?.flow ?? "";
    });
    void go(placeTo(app, { kind: "flow", flow }));
  };
  return (
    <Empty title={w.empty} text={w.emptyText}>
      {BEGIN.map(type => {
        const Icon = triggerIcons[type];
        return <Button key={type} variant="default" leftSection={<Icon size={16} aria-hidden />} onClick={() => begin(type)}>{w.begin[type as keyof typeof w.begin]}</Button>;
      })}
    </Empty>
  );
}
