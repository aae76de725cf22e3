import { useId, useState } from "react";
import { at } from "../document";
import { useField } from "../selection";
import { useEditor } from "../useEditor";
import { Field } from "./Field";
import { editorOf } from "./kinds";
import { below } from "./paths";
import { type Field as FieldIs, fieldsOf, type Shape } from "./schema";
import { words } from "./words";

interface FieldsIs {
  shape: Shape;
  path: string;
  /** Fields that are wanted often and stand with the required ones; the rest is under "More" until it holds something. */
  main?: readonly string[];
  /** Fields that somebody else shows. */
  without?: readonly string[];
}

const NONE: readonly string[] = [];

/** The fields of an object: first what it must have and what is wanted often, then where it leads, then the rest. */
export function Fields({ shape, path, main = NONE, without = NONE }: FieldsIs) {
  const editor = useEditor();
  const wanted = useField();
  // Which fields are shown at first is settled once, so that none jumps away while it is emptied.
  const [had] = useState(() => Object.keys((at(editor.get().doc, path) ?? {}) as object));
  const all = fieldsOf(shape).filter(it => !without.includes(it.name));
  const first = all.filter(it => it.required || it.name === "next" || main.includes(it.name) || had.includes(it.name));
  const rest = all.filter(it => !first.includes(it));
  const isAsked = (it: FieldIs) => wanted !== null && (below(path, it.name).endsWith(`/${wanted}`) || wanted.split("/").includes(it.name));
  const [opened, setOpen] = useState<boolean>();
  const open = opened ?? rest.some(isAsked);
  const id = useId();
  const shown = (fields: FieldIs[]) => ordered(fields, main).map(it => <Field key={it.name} path={below(path, it.name)} name={it.name} shape={it.shape} required={it.required} kind={editorOf(it.shape)} />);
  return (
    <>
      {shown(first)}
      {rest.length > 0 && <button type="button" className="fld-more" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>{open ? words.fewer : words.more(rest.length)}</button>}
      <div id={id} hidden={!open}>{open && shown(rest)}</div>
    </>
  );
}

/** Required ones first, exits last, what is wanted often in between, in the order it is wanted. */
function ordered(fields: FieldIs[], main: readonly string[]): FieldIs[] {
  const weight = (it: FieldIs) => (it.shape["x-wayfare"] === "step" ? 1000 : it.required ? 0 : main.includes(it.name) ? 100 + main.indexOf(it.name) : 500);
  return fields.toSorted((one, other) => weight(one) - weight(other));
}
