import { at, NAME } from "../../document";
import { useEditor } from "../../useEditor";
import { fitting, variablesOf } from "../names";
import { write } from "../paths";
import { Pick } from "../Pick";
import { type FieldProps, idOf, labelFor, Row } from "../Row";
import { useScope } from "../scope";
import { useValue } from "../useValue";
import { words } from "../words";
import { TextField } from "./TextField";

const w = words.pick;

/** The variable that takes something: one that is known, or a new one of a type that fits. */
export function VariableField(it: FieldProps) {
  const editor = useEditor();
  const { flow, thing } = useScope();
  const [value, , choose] = useValue<string>(it.path);
  if (it.name === "id") return <TextField {...it} />;
  const known = () => variablesOf(editor.get().doc, flow ? editor.get().doc.flows?.[flow] : undefined);
  const fits = () => fitting(at(editor.get().doc, thing), it.name);
  const pick = (name: string | undefined) => {
    if (name === undefined || known().some(one => one.name === name)) return choose(name);
    editor.change(words.adds(name), doc => {
      doc.variables ??= {};
      doc.variables[name] = fits() as never;
      write(doc, it.path, name);
    });
  };
  const create = (typed: string) => (NAME.test(typed) && !known().some(one => one.name === typed) ? { value: typed, label: w.create(typed), note: fits() } : undefined);
  return (
    <Row of={it}>
      <Pick id={idOf(it.path)} label={labelFor(it)} value={value} choices={() => known().map(one => ({ value: one.name, label: one.name, note: one.note ?? one.type }))} onPick={pick} create={create} clearable={!it.required} />
    </Row>
  );
}
