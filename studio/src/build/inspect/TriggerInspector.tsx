import { renameTrigger } from "../rename";
import { useSelected } from "../selection";
import { duplicateTrigger, removeTrigger } from "../tree/acts";
import { triggerFolderOf } from "../triggers";
import { useDoc, useEditor } from "../useEditor";
import { Form } from "./Form";
import { Gone } from "./Gone";
import { Head } from "./Head";
import { NameInput } from "./NameInput";
import { shapeOf } from "./schema";
import { words } from "./words";

const MAIN = ["title", "open_journey", "time_zone", "method", "path", "auth", "check", "otherwise", "with", "match", "contact"];

export function TriggerInspector({ trigger }: { trigger: string }) {
  const editor = useEditor();
  const [, select] = useSelected();
  const type = useDoc(doc => doc.triggers?.[trigger]?.type);
  if (type === undefined) return <Gone />;
  const folder = triggerFolderOf(type);
  const shape = shapeOf("trigger", type);
  if (!folder || !shape) return <Gone title={words.unknown(type)} text={words.unknownText} />;
  const rename = (to: string) => {
    editor.change(words.renames(trigger, to), doc => renameTrigger(doc, trigger, to));
    select({ kind: "trigger", trigger: to });
  };
  const duplicate = () => {
    let made = trigger;
    editor.change(words.duplicates(trigger), doc => void (made = duplicateTrigger(doc, trigger)));
    select({ kind: "trigger", trigger: made });
  };
  const remove = () => {
    editor.change(words.removes(trigger), doc => removeTrigger(doc, trigger));
    select({ kind: "app" });
  };
  return (
    <>
      <Head icon={folder.icon} kind={folder.name} name={trigger} onDuplicate={duplicate} onRemove={remove}>
        <NameInput label={words.name} value={trigger} taken={name => name in (editor.get().doc.triggers ?? {})} onRename={rename} />
      </Head>
      <Form thing={`triggers/${trigger}`} type={type} shape={shape} main={MAIN} />
    </>
  );
}
