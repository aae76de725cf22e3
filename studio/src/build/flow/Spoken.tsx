import { folderOf, saysOf } from "../steps";
import { useDoc } from "../useEditor";
import { words } from "../words";
import type { Graph } from "./graph";

/** What is selected, for those who do not see the canvas. */
export function Spoken({ flow, id, graph }: { flow: string; id: string | undefined; graph: Graph }) {
  const step = useDoc(doc => (id === undefined ? undefined : doc.flows?.[flow]?.steps[id]));
  const exits = graph.nodes.find(it => it.id === id)?.exits.filter(it => it.to).length ?? 0;
  const text = step && id ? words.flow.selected(folderOf(step.type)?.name ?? step.type, id, saysOf(step), exits) : words.flow.steps(graph.nodes.length);
  return <p className="unseen" id="canvas-said" role="status" aria-live="polite">{text}</p>;
}
