import { ActionIcon, Collapse } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { Select } from "../../../parts/Select";
import { at as valueAt, freeName } from "../../document";
import { useDoc, useEditor } from "../../useEditor";
import { Entry } from "../Entry";
import { Field } from "../Field";
import { editorOf } from "../kinds";
import { NameInput } from "../NameInput";
import { below, rekeyed, reordered } from "../paths";
import { type FieldProps, labelFor, Row } from "../Row";
import type { Shape } from "../schema";
import { useReorder } from "../useReorder";
import { useValue } from "../useValue";
import { choiceOf, words } from "../words";
import { AddNamed } from "./AddNamed";

type Declared = Record<string, unknown>;

/** Inputs and variables: each a type, or a type with what it begins with and a note. */
export function DeclarationsField(it: FieldProps) {
  const editor = useEditor();
  const names = useDoc(doc => Object.keys((valueAt(doc, it.path) ?? {}) as Declared).join("\n")).split("\n").filter(Boolean);
  const [, , choose] = useValue<Declared>(it.path);
  const kept = () => ({ ...((valueAt(editor.get().doc, it.path) ?? {}) as Declared) });
  const set = (to: Declared) => choose(Object.keys(to).length === 0 ? undefined : to);
  const move = (from: number, to: number) => set(reordered(kept(), from, to));
  const { handle, entry } = useReorder("declaration", names.length, move);
  const label = labelFor(it);
  const [plain, whole] = (it.shape.additionalProperties || {}).anyOf ?? [];
  const remove = (name: string) => {
    const rest = kept();
    delete rest[name];
    set(rest);
  };
  return (
    <Row of={it} tall labels={false} exact>
      <ul className="entries" aria-label={label}>
        {names.map((name, at) => (
          <Entry
            key={name} name={name} at={at} count={names.length} handle={handle(at)} entry={entry(at)} onMove={to => move(at, to)} onRemove={() => remove(name)}
            head={<NameInput label={`${words.list.nameOf(label)}: ${name}`} value={name} taken={one => one in kept()} onRename={to => set(rekeyed(kept(), name, to))} />}
          >
            <Declaration path={below(it.path, name)} name={name} types={plain?.enum ?? []} whole={whole ?? {}} />
          </Entry>
        ))}
      </ul>
      <AddNamed label={words.list.addTo(label)} hints={() => []} wish={it.name === "inputs" ? "input" : "variable"} onAdd={wish => set({ ...kept(), [freeName(wish, kept())]: "text" })} />
    </Row>
  );
}

interface DeclarationIs {
  path: string;
  name: string;
  types: string[];
  whole: Shape;
}

function Declaration({ path, name, types, whole }: DeclarationIs) {
  const [open, setOpen] = useState(false);
  const [value, , choose] = useValue<string | { type: string }>(path);
  const type = typeof value === "string" ? value : (value?.type ?? null);
  const toWhole = () => {
    if (typeof value === "string") choose({ type: value });
    setOpen(!open);
  };
  const further = Object.entries(whole.properties ?? {}).filter(([field]) => field !== "type");
  return (
    <div className="declared">
      <div className="row" style={{ flexWrap: "nowrap" }}>
        <Select className="grow" aria-label={`${words.declaration.type}: ${name}`} data={types.map(one => ({ value: one, label: choiceOf(one) }))} value={type} onChange={to => to && choose(typeof value === "object" ? { ...value, type: to } : to)} />
        <ActionIcon variant="subtle" color="gray" aria-expanded={open} aria-label={words.declaration.details(name)} onClick={toWhole}><IconChevronDown size={16} className={open ? "turned" : undefined} /></ActionIcon>
      </div>
      <Collapse expanded={open} transitionDuration={0}>
        {open && further.map(([field, shape]) => <Field key={field} path={below(path, field)} name={field} shape={shape} kind={editorOf(shape)} />)}
      </Collapse>
    </div>
  );
}
