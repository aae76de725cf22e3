import { Menu } from "@mantine/core";
import { IconFlag3, IconPencil } from "@tabler/icons-react";
import { renameStep } from "../rename";
import { useSelected } from "../selection";
import { folderOf } from "../steps";
import { useDoc, useEditor } from "../useEditor";
import { duplicateStep, removeStep } from "./acts";
import { Form } from "./Form";
import { Gone } from "./Gone";
import { Head } from "./Head";
import { NameInput } from "./NameInput";
import { shapeOf } from "./schema";
import { words } from "./words";

export function StepInspector({ flow, step }: { flow: string; step: string }) {
  const editor = useEditor();
  const [, select] = useSelected();
  const type = useDoc(doc => doc.flows?.[flow]?.steps?.[step]?.type);
  const channel = useDoc(doc => doc.flows?.[flow]?.channel ?? "none");
  const starts = useDoc(doc => doc.flows?.[flow]?.start === step);
  if (type === undefined) return <Gone />;
  const folder = folderOf(type);
  const shape = shapeOf("step", type);
  if (!folder || !shape) return <Gone title={words.unknown(type)} text={words.unknownText} />;
  const go = (to: string) => select({ kind: "step", flow, step: to });
  const rename = (to: string) => {
    editor.change(words.renames(step, to), doc => renameStep(doc, flow, step, to));
    go(to);
  };
  const duplicate = () => {
    let made = step;
    editor.change(words.duplicates(step), doc => void (made = duplicateStep(doc, flow, step)));
    go(made);
  };
  const remove = () => {
    editor.change(words.removes(step), doc => removeStep(doc, flow, step));
    select({ kind: "flow", flow });
  };
  const start = () => editor.change(words.startHere, doc => {
    const it = doc.flows?.[flow];
    if (it) it.start = step;
  });
  const acts = (
    <>
      {type === "page" && <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => select({ kind: "control", flow, step, control: "" })}>{words.openPage}</Menu.Item>}
      {!starts && <Menu.Item leftSection={<IconFlag3 size={16} />} onClick={start}>{words.startHere}</Menu.Item>}
    </>
  );
  return (
    <>
      <Head icon={folder.icon} kind={folder.name} name={step} acts={acts} onDuplicate={duplicate} onRemove={remove}>
        <NameInput label={words.name} value={step} taken={name => name in (editor.get().doc.flows?.[flow]?.steps ?? {})} onRename={rename} />
      </Head>
      <Form thing={`flows/${flow}/steps/${step}`} flow={flow} channel={channel} type={type} shape={shape} main={folder.main} />
    </>
  );
}
