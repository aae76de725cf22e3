import { Modal } from "@mantine/core";
import { useReactFlow } from "@xyflow/react";
import { type RefObject, useEffect } from "react";
import { Chooser } from "../Chooser";
import type { FlowChannel, StepType } from "../document";
import { folderOf, saysOf, steps } from "../steps";
import type { Group } from "../steps/folder";
import { useEditor } from "../useEditor";
import { words } from "../words";
import { beside, free, type Spots } from "./arrange";
import type { Graph } from "./graph";
import type { DialogsOf } from "./useDialogs";
import type { FlowActs } from "./useFlowActs";

interface Asked {
  flow: string;
  channel: FlowChannel;
  graph: Graph;
  spots: Spots;
  acts: FlowActs;
  dialogs: DialogsOf;
  box: RefObject<HTMLDivElement | null>;
}

const GROUPS = Object.keys(words.groups) as Group[];

/** The kinds of steps that such a flow can do, by what they are for. */
export const offered = (channel: FlowChannel) =>
  Object.values(steps).filter(it => it.channels.includes(channel)).sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group))
    .map(it => ({ id: it.type as string, name: it.name, more: it.hint, group: words.groups[it.group], Icon: it.icon }));

/** The lists over the canvas: what to add, where to lead, what to find. One that follows another takes its place, so that it has the focus at once. */
export function Dialogs(it: Asked) {
  const { acts, dialogs, graph } = it;
  const now = dialogs.now;
  const stepChoices = useStepChoices(it.flow, graph);
  const middle = useMiddle(it.box);
  useFocusAfter(now !== undefined, it.box);
  if (!now) return null;
  const done = dialogs.close;
  switch (now.kind) {
    case "palette": {
      const spot = () => now.spot ?? (now.from ? beside(graph, it.spots, now.from.step) : free(graph, it.spots, middle()));
      const pick = (type: string) => { done(); acts.add(type as StepType, spot(), now.from); };
      return <Chooser title={now.from ? words.palette.after(now.from.step) : words.palette.title} type={words.palette.type} none={words.palette.none} choices={offered(it.channel)} onPick={pick} onClose={done} />;
    }
    case "exit": {
      const exits = graph.nodes.find(node => node.id === now.step)?.exits ?? [];
      const pick = (key: string) => dialogs.open({ kind: "target", step: now.step, key, label: exits.find(exit => exit.key === key)?.label ?? key });
      return <Chooser title={words.connect.exit(now.step)} type={words.connect.type} none={words.connect.none} choices={exits.map(exit => ({ id: exit.key, name: exit.label, more: exit.to }))} onPick={pick} onClose={done} />;
    }
    case "target": {
      const pick = (to: string) => {
        if (to === "+") return dialogs.open({ kind: "palette", from: { step: now.step, key: now.key } });
        done();
        acts.connect(now.step, now.key, to === "-" ? undefined : to);
      };
      const choices = [...stepChoices(), { id: "+", name: words.connect.anew }, { id: "-", name: words.connect.nowhere }];
      return <Chooser title={words.connect.title(now.step, now.label)} type={words.connect.type} none={words.connect.none} choices={choices} onPick={pick} onClose={done} />;
    }
    case "search":
      return <Chooser title={words.search.title} type={words.search.type} none={words.search.none} choices={stepChoices()} onPick={id => { done(); acts.pick(id); }} onClose={done} />;
    case "keys":
      return (
        <Modal opened onClose={done} title={words.keys.title} size={520} closeButtonProps={{ "aria-label": words.close }}>
          <dl className="keymap">{words.keys.list.map(([key, does]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{does}</dd></div>)}</dl>
        </Modal>
      );
  }
}

/** The canvas has the focus again in the same instant in which a list goes: a key pressed then is meant for it. */
function useFocusAfter(open: boolean, box: RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    const canvas = box.current;
    if (open) return () => canvas?.focus({ preventScroll: true });
  }, [open, box]);
}

function useStepChoices(flow: string, graph: Graph) {
  const editor = useEditor();
  return () => graph.nodes.map(({ id, type }) => {
    const step = editor.get().doc.flows?.[flow]?.steps[id];
    const folder = folderOf(type);
    return { id, name: id, more: step && saysOf(step), also: folder?.name, Icon: folder?.icon };
  });
}

function useMiddle(box: RefObject<HTMLDivElement | null>) {
  const { screenToFlowPosition } = useReactFlow();
  return (): [number, number] => {
    const pane = box.current?.getBoundingClientRect();
    const { x, y } = screenToFlowPosition({ x: (pane?.left ?? 0) + (pane?.width ?? 0) / 2 - 120, y: (pane?.top ?? 0) + (pane?.height ?? 0) / 2 - 50 });
    return [x, y];
  };
}
