import { type RefObject, useCallback, useState } from "react";
import type { DraftProblem } from "../../../api/types";
import { useEditor } from "../../useEditor";
import { type Checked, useChecked } from "../checking";
import { Code } from "../code/Code";
import type { Editing } from "../code/editing";
import { knownNames } from "../names";
import { type FieldProps, idOf, labelFor, Problems } from "../Row";
import { useScope } from "../scope";
import { useValue } from "../useValue";
import { words } from "../words";

type SourceKind = "expression" | "template";

interface Sourced {
  text: string;
  type: (text: string) => void;
  checked?: Checked;
  touch: () => void;
  told: (it: DraftProblem) => boolean;
}

const OF_TEXT = /^(EXPRESSION_|NAME_UNKNOWN)/;

/** The text of a template or expression, and what the server says of it while it is worked on. */
export function useSource(it: FieldProps, kind: SourceKind): Sourced {
  const [value, type] = useValue<unknown>(it.path, true);
  const [active, setActive] = useState(false);
  const text = value === undefined || value === null ? "" : String(value);
  const answer = useChecked({ path: it.path, source: text, kind }, active);
  const fresh = answer?.source === text;
  const touch = useCallback(() => setActive(true), []);
  const told = useCallback((problem: DraftProblem) => fresh && OF_TEXT.test(problem.code), [fresh]);
  return { text, type: next => type(next === "" && !it.required ? undefined : next), checked: answer, touch, told };
}

interface SourceIs {
  of: FieldProps;
  source: Sourced;
  kind: SourceKind;
  long?: boolean;
  editing?: RefObject<Editing | undefined>;
}

const NONE: Checked["mistakes"] = [];

export function Source({ of, source, kind, long, editing }: SourceIs) {
  const editor = useEditor();
  const { flow } = useScope();
  const { checked, text } = source;
  const offers = () => {
    const { doc } = editor.get();
    return { names: checked?.names.length ? checked.names : knownNames(doc, flow ? doc.flows?.[flow] : undefined), functions: checked?.functions ?? [] };
  };
  const mistakes = checked?.source === text ? checked.mistakes : NONE;
  const id = idOf(of.path);
  return (
    <>
      <Code
        id={id} value={text} label={labelFor(of)} describedBy={mistakes.length ? `${id}-mistakes` : undefined} long={long} editing={editing} kind={kind} offers={offers} mistakes={mistakes} invalid={mistakes.length > 0}
        onChange={source.type} onFocus={source.touch} hint={of.shape.default === undefined ? undefined : String(of.shape.default)}
      />
      {mistakes.length > 0 && <Problems id={`${id}-mistakes`} of={mistakes.map(it => ({ ...it, text: words.code.line(it.line, it.column) + it.text }))} />}
      {mistakes.length === 0 && checked?.source === text && text !== "" && <Value of={checked} />}
    </>
  );
}

function Value({ of }: { of: Checked }) {
  if (of.value_error) return <p className="fld-under">{words.code.valueError(of.value_error)}</p>;
  if (of.value === undefined || of.value === null) return null;
  return <p className="fld-under mono">{words.code.value(typeof of.value === "string" ? of.value : JSON.stringify(of.value))}</p>;
}
