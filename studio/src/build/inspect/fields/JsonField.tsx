import { useRef, useState } from "react";
import { at } from "../../document";
import { useDoc, useEditor } from "../../useEditor";
import { Code } from "../code/Code";
import { type FieldProps, idOf, labelFor, Problems, Row } from "../Row";
import { useValue } from "../useValue";
import { words } from "../words";

const written = (value: unknown) => (value === undefined ? "" : JSON.stringify(value, null, 2));

/** Anything at all, as JSON. What cannot be read yet stays in the field and out of the document. */
export function JsonField(it: FieldProps) {
  const editor = useEditor();
  const kept = useDoc(doc => at(doc, it.path));
  const [, type] = useValue<unknown>(it.path);
  const [text, setText] = useState(written(kept));
  const [wrong, setWrong] = useState(false);
  const mine = useRef(kept);
  if (!Object.is(mine.current, kept)) { // eslint-disable-line react-hooks/refs
    mine.current = kept; // eslint-disable-line react-hooks/refs
    setText(written(kept));
    setWrong(false);
  }
  const change = (next: string) => {
    setText(next);
    try {
      const value = next.trim() === "" ? undefined : (JSON.parse(next) as unknown);
      setWrong(false);
      type(value);
      mine.current = at(editor.get().doc, it.path);
    } catch {
      setWrong(true);
    }
  };
  return (
    <Row of={it} tall labels={false}>
      <Code id={idOf(it.path)} value={text} label={`${labelFor(it)}: ${words.json.label}`} long={it.name === "payload"} invalid={wrong} onChange={change} />
      {wrong && <Problems of={[{ text: words.json.wrong }]} />}
    </Row>
  );
}
