import { freeName } from "../../document";
import { useDoc, useEditor } from "../../useEditor";
import { Entry } from "../Entry";
import { Field } from "../Field";
import { Fields } from "../Fields";
import { hintsFor } from "../hints";
import { editorOf } from "../kinds";
import { NameInput } from "../NameInput";
import { below, rekeyed, reordered } from "../paths";
import { type FieldProps, labelFor, Row } from "../Row";
import type { Shape } from "../schema";
import { useScope } from "../scope";
import { useReorder } from "../useReorder";
import { useValue } from "../useValue";
import { words } from "../words";
import { AddNamed } from "./AddNamed";

type Entries = Record<string, unknown>;

const empty = (shape: Shape): unknown => (shape.properties ? {} : "");

/** Things by name: menu options, inputs, values. Their order counts and their names can be changed. */
export function MapField(it: FieldProps) {
  const editor = useEditor();
  const { thing } = useScope();
  const names = useDoc(doc => Object.keys((valueAt(doc, it.path) ?? {}) as Entries).join("\n")).split("\n").filter(Boolean);
  const [, , choose] = useValue<Entries>(it.path);
  const shape = it.shape.additionalProperties || {};
  const kept = () => ({ ...((valueAt(editor.get().doc, it.path) ?? {}) as Entries) });
  const set = (to: Entries) => choose(Object.keys(to).length === 0 && !it.required ? undefined : to);
  const move = (from: number, to: number) => set(reordered(kept(), from, to));
  const { handle, entry } = useReorder("entry", names.length, move);
  const remove = (name: string) => {
    const rest = kept();
    delete rest[name];
    set(rest);
  };
  const add = (wish: string) => set({ ...kept(), [freeName(wish, kept())]: empty(shape) });
  const label = labelFor(it);
  return (
    <Row of={it} tall labels={false} exact>
      <ul className="entries" aria-label={label}>
        {names.map((name, at) => (
          <Entry
            key={name} name={name} at={at} count={names.length} handle={handle(at)} entry={entry(at)} onMove={to => move(at, to)} onRemove={() => remove(name)}
            head={<NameInput label={`${words.list.nameOf(label)}: ${name}`} value={name} taken={one => one in kept()} onRename={to => set(rekeyed(kept(), name, to))} />}
          >
            {shape.properties
              ? <Fields shape={shape} path={below(it.path, name)} main={["match", "next"]} />
              : <Field path={below(it.path, name)} name={name} shape={shape} kind={editorOf(shape)} label={words.list.valueOf(name)} bare required />}
          </Entry>
        ))}
      </ul>
      <AddNamed label={words.list.addTo(label)} hints={() => hintsFor(editor.get().doc, thing, it.name).filter(one => !(one in kept()))} wish={it.name === "options" ? "option" : "value"} onAdd={add} />
    </Row>
  );
}

const valueAt = (doc: unknown, path: string) => path.split("/").reduce<unknown>((holder, key) => (holder as Entries | undefined)?.[key], doc);
