import { controlFolderOf } from "../controls";
import { at, type Control } from "../document";
import { duplicateControl, inList, pathOfControl, removeControl } from "../pages/acts";
import { useSelected } from "../selection";
import { useDoc, useEditor } from "../useEditor";
import { Form } from "./Form";
import { Gone } from "./Gone";
import { Head } from "./Head";
import { defined, shapeOf } from "./schema";
import { words } from "./words";

/** What is wanted of most controls; what is rarer waits under "More". */
const MAIN = ["text", "label", "statement", "required", "help", "options", "look", "currency", "min", "max", "unit", "columns", "level", "rows", "placeholder", "low", "high", "most", "value", "url", "alt", "item_label", "add_label", "visible", "next"];

export function ControlInspector({ flow, step, control }: { flow: string; step: string; control: string }) {
  const editor = useEditor();
  const [, select] = useSelected();
  const page = `flows/${flow}/steps/${step}/controls`;
  const path = useDoc(doc => pathOfControl(at(doc, page), control));
  const type = useDoc(doc => (path === undefined ? undefined : (at(doc, `${page}/${path}`) as Control | undefined)?.type));
  const listed = useDoc(doc => path !== undefined && inList(at(doc, page), path));
  if (path === undefined || type === undefined) return <Gone />;
  const folder = controlFolderOf(type);
  const shape = (listed && defined(`control_of_a_list_s_items.${type}`)) || shapeOf("control", type);
  if (!folder || !shape) return <Gone title={words.unknown(type)} text={words.unknownText} />;
  const name = (at(editor.get().doc, `${page}/${path}`) as { id?: string }).id ?? folder.name;
  const duplicate = () => {
    let made = path;
    editor.change(words.duplicates(name), doc => void (made = duplicateControl(doc, page, path)));
    select({ kind: "control", flow, step, control: made });
  };
  const remove = () => {
    editor.change(words.removes(name), doc => removeControl(doc, page, path));
    select({ kind: "step", flow, step });
  };
  return (
    <>
      <Head icon={folder.icon} kind={folder.name} name={name} onDuplicate={duplicate} onRemove={remove}><p className="dim small">{folder.hint}</p></Head>
      <Form thing={`${page}/${path}`} flow={flow} channel="web" type={type} shape={shape} main={MAIN} />
    </>
  );
}
