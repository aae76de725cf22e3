import { Button, useComputedColorScheme } from "@mantine/core";
import { ReactFlow, useStore } from "@xyflow/react";
import { useEffect, useMemo, useRef, useState } from "react";
import { Empty } from "../../parts/Page";
import { useSoon } from "../../parts/useSoon";
import { useDoc } from "../useEditor";
import { words } from "../words";
import { spotsOf } from "./arrange";
import { CardTools } from "./CardTools";
import { Dialogs } from "./Dialogs";
import { Dots } from "./Dots";
import { ExitEdge } from "./ExitEdge";
import type { Graph } from "./graph";
import { Overview } from "./Overview";
import { Spoken } from "./Spoken";
import { StepCard } from "./StepCard";
import { StageHead } from "./StageHead";
import { Tools } from "./Tools";
import { useCards } from "./useCards";
import { useCanvasKeys } from "./useCanvasKeys";
import { useClipboard } from "./useClipboard";
import { useDialogs } from "./useDialogs";
import { useFlowActs } from "./useFlowActs";
import { useHands } from "./useHands";
import { useOpened } from "./useOpened";
import { usePicked } from "./usePicked";
import { useWays } from "./useWays";
import { Ways } from "./Ways";

const nodeTypes = { step: StepCard };
const edgeTypes = { way: ExitEdge };
const w = words.flow;
const NONE: ReturnType<typeof useCards> = [];
const extent: [[number, number], [number, number]] = [[-20_000, -20_000], [60_000, 40_000]];

/** The flow as cards that are dragged, connected, copied and walked by keyboard. */
export function Canvas({ app, flow, graph }: { app: string; flow: string; graph: Graph }) {
  const box = useRef<HTMLDivElement>(null);
  const channel = useDoc(doc => doc.flows?.[flow]?.channel ?? "none");
  const [dragged, setDragged] = useState<ReturnType<typeof spotsOf>>();
  const kept = useMemo(() => spotsOf(graph), [graph]);
  const spots = useMemo(() => (dragged ? { ...kept, ...dragged } : kept), [kept, dragged]);
  const acts = useFlowActs(flow, graph, kept);
  const picked = usePicked(flow, graph, kept, acts.pick);
  const dialogs = useDialogs();
  const hands = useHands({ acts, picked, dialogs, graph, dragged, setDragged, box });
  const nodes = useCards({ flow, graph, spots, picked: picked.ids });
  const ways = useWays({ graph, spots, picked, onInsert: hands.onInsert });
  const keys = useCanvasKeys({ graph, spots: kept, acts, picked, dialogs });
  const clipboard = useClipboard({ acts, picked });
  const opened = useOpened(graph, kept, picked.ids.size === 0, box);
  useEffect(() => {
    if (document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  }, []);
  const drawn = useSoon();
  const laid = useStore(it => it.nodes.length > 0); // what belongs to cards comes in one picture with them
  const scheme = useComputedColorScheme("light");
  return (
    <>
      <StageHead app={app} flow={flow} channel={channel} steps={graph.nodes.length} />
      <div className="canvas" role="application" aria-label={w.label(flow)} aria-describedby="canvas-said" tabIndex={0} ref={box} data-canvas onKeyDown={keys} {...clipboard}>
        <ReactFlow
          nodes={drawn ? nodes : NONE} {...ways.hands} nodeTypes={nodeTypes} edgeTypes={edgeTypes} colorMode={scheme}
          onNodesChange={hands.onNodesChange} onEdgesChange={hands.onEdgesChange} onNodeClick={hands.onNodeClick} onPaneClick={hands.onPaneClick} onNodeDoubleClick={hands.onNodeDoubleClick}
          onConnect={hands.onConnect} onConnectEnd={hands.onConnectEnd} onReconnect={hands.onReconnect} onNodeDragStop={hands.onDragStop} onSelectionDragStop={hands.onDragStop}
          onlyRenderVisibleElements disableKeyboardA11y nodesFocusable={false} edgesFocusable={false} deleteKeyCode={null} panOnScroll zoomOnDoubleClick={false} snapToGrid snapGrid={[8, 8]}
          minZoom={0.1} maxZoom={1.6} onInit={opened} translateExtent={extent} attributionPosition="top-right" connectionRadius={28} elevateNodesOnSelect={false}
        >
          <Dots />
          {laid && <Ways lines={ways.lines} look={ways.look} onOver={ways.setOver} onPick={hands.onPickWay} />}
          {laid && graph.nodes.length > 6 && <Overview graph={graph} spots={spots} picked={picked.ids} />}
          {laid && <CardTools acts={acts} graph={graph} ids={picked.ids} dialogs={dialogs} />}
        </ReactFlow>
        {graph.nodes.length === 0 && <div className="nothing"><Empty title={w.empty} text={w.emptyText}><Button onClick={() => dialogs.open({ kind: "palette" })}>{w.add}</Button></Empty></div>}
        <Tools acts={acts} dialogs={dialogs} />
      </div>
      <Spoken flow={flow} id={picked.only} graph={graph} />
      <Dialogs flow={flow} channel={channel} graph={graph} spots={kept} acts={acts} dialogs={dialogs} box={box} />
    </>
  );
}
