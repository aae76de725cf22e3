import "@xyflow/react/dist/style.css";
import "../build/flow/flow.css";
import "./replay.css";
import { ActionIcon, useComputedColorScheme } from "@mantine/core";
import { IconPlayerSkipBack, IconPlayerSkipForward, IconPlayerTrackNext, IconPlayerTrackPrev } from "@tabler/icons-react";
import { ReactFlow, ReactFlowProvider, useReactFlow } from "@xyflow/react";
import { useEffect, useMemo, useState } from "react";
import { useLocation } from "react-router";
import { useGet } from "../api/hooks";
import type { Draft, Turn } from "../api/types";
import type { AppDocument } from "../build/document";
import { Editor } from "../build/editor";
import { spotsOf } from "../build/flow/arrange";
import { Dots } from "../build/flow/Dots";
import { useGraph } from "../build/flow/graph";
import { linesOf } from "../build/flow/lines";
import { heightOf, shape, WIDTH } from "../build/flow/size";
import { StepCard } from "../build/flow/StepCard";
import { useCards } from "../build/flow/useCards";
import { Ways } from "../build/flow/Ways";
import { EditorContext } from "../build/useEditor";
import { Card } from "../parts/Page";
import { Wait } from "../parts/Wait";
import { When } from "../parts/When";
import { words } from "../words";
import { type Kept, keptAt, type Point, pointsOf, walkedBy } from "./replay";

const w = words.activity.replay;
const nodeTypes = { step: StepCard };
const NOBODY = new Set<string>();
const icon = { size: 18, stroke: 1.7, "aria-hidden": true } as const;

/** A journey walked again on the canvas of the version that it ran on, with what it remembered at each point. */
export function Replay({ app, turns }: { app: string; turns: Turn[] }) {
  const points = useMemo(() => pointsOf(turns), [turns]);
  const { hash } = useLocation();
  const [chosen, choose] = useState(() => Math.max(0, points.findIndex(it => hash === `#turn-${it.turn.turn}`)));
  const at = Math.min(chosen, points.length - 1);
  const point = points[at];
  if (!point) return <Card title={w.title}><p className="pad dim">{words.activity.silent}</p></Card>;
  return (
    <Card title={w.title}>
      <Steps points={points} at={at} point={point} onGo={choose} />
      <OnVersion app={app} release={point.turn.release}>
        {doc => (
          <div className="replay">
            <EditorContext value={doc.editor}>
              <ReactFlowProvider key={`${point.turn.release} ${point.flow}`}>
                <Walked points={points} at={at} point={point} />
              </ReactFlowProvider>
            </EditorContext>
            <Memory kept={keptAt(points, at, doc.document)} />
          </div>
        )}
      </OnVersion>
    </Card>
  );
}

function Steps({ points, at, point, onGo }: { points: Point[]; at: number; point: Point; onGo: (to: number) => void }) {
  const last = points.length - 1;
  const all = [[w.first, IconPlayerSkipBack, 0], [w.back, IconPlayerTrackPrev, at - 1], [w.on, IconPlayerTrackNext, at + 1], [w.last, IconPlayerSkipForward, last]] as const;
  const said = w.point(at + 1, points.length, point.turn.turn, [point.flow, point.step].filter(Boolean).join(" / "), point.lines.map(it => it.what).join(", "));
  return (
    <div className="replay-steps">
      {all.map(([label, Icon, to]) => <ActionIcon key={label} variant="default" size={34} aria-label={label} title={label} disabled={to < 0 || to > last || to === at} onClick={() => onGo(to)}><Icon {...icon} /></ActionIcon>)}
      <input type="range" min={0} max={last} value={at} aria-label={w.where} aria-valuetext={said} onChange={it => onGo(Number(it.currentTarget.value))} />
      <span className="small breaks" role="status">{said} · <When at={point.turn.at} /></span>
    </div>
  );
}

interface Version {
  document: AppDocument;
  editor: Editor;
}

function OnVersion({ app, release, children }: { app: string; release: string; children: (it: Version) => React.ReactNode }) {
  const found = useGet("/api/v1/apps/{app}/releases/{release}", { path: { app, release } });
  const number = found.data?.release.version;
  const version = useGet("/api/v1/apps/{app}/versions/{version}", { path: { app, version: number ?? 0 } }, { enabled: number !== undefined });
  const document = version.data?.document as AppDocument | undefined;
  // The canvas reads from an editor; nothing is ever changed in this one.
  const data = useMemo(() => document && { document, editor: new Editor(app, { document, revision: "r0", saved_at: "", saved_by: "", problems: [] } as unknown as Draft, () => Promise.resolve({ offline: true })) }, [app, document]);
  return <Wait query={{ data, error: found.error ?? version.error, refetch: found.error ? found.refetch : version.refetch }} bones={10}>{children}</Wait>;
}

function Walked({ points, at, point: { flow, step } }: { points: Point[]; at: number; point: Point }) {
  const graph = useGraph(flow);
  if (!graph) return <p className="pad dim replay-canvas">{w.outside}</p>;
  return <Flow points={points} at={at} flow={flow} step={step} graph={graph} />;
}

function Flow({ points, at, flow, step, graph }: { points: Point[]; at: number; flow: string; step: string; graph: NonNullable<ReturnType<typeof useGraph>> }) {
  const view = useReactFlow();
  const scheme = useComputedColorScheme("light");
  const spots = useMemo(() => spotsOf(graph), [graph]);
  const nodes = useCards({ flow, graph, spots, picked: NOBODY });
  const lines = useMemo(() => linesOf(graph, spots, NOBODY), [graph, spots]);
  const { steps, ways } = useMemo(() => walkedBy(points, at, flow), [points, at, flow]);
  const cards = useMemo(() => nodes.map(it => ({ ...it, className: it.id === step ? "now" : steps.has(it.id) ? "walked" : "ahead" })), [nodes, steps, step]);
  const exits = graph.nodes.find(it => it.id === step)?.exits ?? [];
  const [x, y] = spots[step] ?? [0, 0];
  const middle = { x: x + WIDTH / 2, y: y + heightOf(shape(exits, false)) / 2 };
  const look = () => void view.setCenter(middle.x, middle.y, { zoom: 0.85, duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 180 });
  useEffect(look, [step]); // eslint-disable-line react-hooks/exhaustive-deps
  return (
    <div className="canvas replay-canvas" role="group" aria-label={w.canvas(flow, step)}>
      <ReactFlow nodes={cards} nodeTypes={nodeTypes} colorMode={scheme} onInit={look} onlyRenderVisibleElements nodesDraggable={false} nodesConnectable={false} elementsSelectable={false} nodesFocusable={false} edgesFocusable={false} disableKeyboardA11y zoomOnDoubleClick={false} zoomOnScroll={false} preventScrolling={false} minZoom={0.2} maxZoom={1.2} attributionPosition="top-right">
        <Dots />
        <Ways lines={lines} look={it => (ways.has(`${it.from}|${it.to}`) ? "near" : undefined)} />
      </ReactFlow>
    </div>
  );
}

function Memory({ kept }: { kept: Kept[] }) {
  return (
    <section className="replay-memory" aria-label={w.variables}>
      <h3>{w.variables}</h3>
      {kept.length === 0 ? <p className="dim small">{w.noVariables}</p> : (
        <dl>
          {kept.map(it => (
            <div key={`${it.flow} ${it.name}`} data-fresh={it.fresh || undefined}>
              <dt><code>{it.name}</code>{it.flow && <span className="dim small"> {w.only(it.flow)}</span>}{it.fresh && <span className="skip"> {w.fresh}</span>}</dt>
              <dd className="breaks">{typeof it.value === "string" ? it.value : JSON.stringify(it.value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
