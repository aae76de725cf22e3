import { channelIcons } from "../looks";
import { renameFlow } from "../rename";
import { useSelected } from "../selection";
import { duplicateFlow, removeFlow } from "../tree/acts";
import { useDoc, useEditor } from "../useEditor";
import { words as frame } from "../words";
import { Form } from "./Form";
import { Gone } from "./Gone";
import { Head } from "./Head";
import { NameInput } from "./NameInput";
import { flowShape } from "./schema";
import { words } from "./words";

const MAIN = ["channel", "start", "inputs", "variables"];
const ELSEWHERE = ["steps"];

export function FlowInspector({ flow }: { flow: string }) {
  const editor = useEditor();
  const [, select] = useSelected();
  const there = useDoc(doc => doc.flows?.[flow] !== undefined);
  const channel = useDoc(doc => doc.flows?.[flow]?.channel ?? "none");
  if (!there) return <Gone />;
  const rename = (to: string) => {
    editor.change(words.renames(flow, to), doc => renameFlow(doc, flow, to));
    select({ kind: "flow", flow: to });
  };
  const duplicate = () => {
    let made = flow;
    editor.change(words.duplicates(flow), doc => void (made = duplicateFlow(doc, flow)));
    select({ kind: "flow", flow: made });
  };
  const remove = () => {
    editor.change(words.removes(flow), doc => removeFlow(doc, flow));
    select({ kind: "app" });
  };
  return (
    <>
      <Head icon={channelIcons[channel] ?? channelIcons.none} kind={frame.flowKinds[channel] ?? frame.flowKinds.none} name={flow} onDuplicate={duplicate} onRemove={remove}>
        <NameInput label={words.name} value={flow} taken={name => name in (editor.get().doc.flows ?? {})} onRename={rename} />
      </Head>
      <Form thing={`flows/${flow}`} flow={flow} channel={channel} shape={flowShape} main={MAIN} without={ELSEWHERE} quiet />
    </>
  );
}
