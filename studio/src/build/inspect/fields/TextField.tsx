import { TextInput } from "@mantine/core";
import { useEditor } from "../../useEditor";
import { Pick } from "../Pick";
import { type FieldProps, idOf, labelFor, Row } from "../Row";
import { useScope } from "../scope";
import { suggestions } from "../suggestions";
import { useValue } from "../useValue";
import { words } from "../words";

/** A plain text; where the document knows good ones already, they are offered. */
export function TextField(it: FieldProps) {
  const editor = useEditor();
  const scope = useScope();
  const [value, type, choose] = useValue<string>(it.path);
  const offered = suggestions(scope, it.name);
  if (offered)
    return (
      <Row of={it}>
        <Pick
          id={idOf(it.path)} label={labelFor(it)} value={value} choices={() => offered(editor.get().doc).map(one => ({ value: one, label: one }))} onPick={choose} clearable={!it.required}
          create={typed => (typed ? { value: typed, label: words.pick.use(typed) } : undefined)}
        />
      </Row>
    );
  const tidy = (typed: string) => (it.name === "id" && it.shape.pattern ? typed.toLowerCase().replace(/[^a-z0-9_]+/g, "_").replace(/^[^a-z]+/, "") : typed);
  return (
    <Row of={it}>
      <TextInput
        id={idOf(it.path)} value={value ?? ""} placeholder={(it.shape.default as string | undefined) ?? ""} spellCheck={it.name === "id" ? false : undefined} maxLength={it.name === "id" ? 63 : undefined}
        onChange={event => type(tidy(event.currentTarget.value) || (it.required ? "" : undefined))}
      />
    </Row>
  );
}
