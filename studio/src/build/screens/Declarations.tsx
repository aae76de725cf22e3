import { ActionIcon, Button, Checkbox, NativeSelect } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { freeName, NAME } from "../document";
import { words } from "../words";
import { Typed } from "./Screen";
import { brief, type Declarations, declared, type Declared, textOf, TYPES, type TypeName, valueOf } from "./typed";

const w = words.screens;

interface Asked {
  label: string;
  path: string;
  all: Declarations | undefined;
  add: string;
  first: string;
  required?: boolean;
  /** Takes what it is afterwards, under words for undo. */
  onChange: (what: string, after: Declarations) => void;
}

/** Declared names, one a row: type, what it is before anything set it, a note. */
export function DeclarationRows({ label, path, all = {}, add, first, required, onChange }: Asked) {
  const set = (name: string, part: Partial<Declared>) => onChange(w.changed(name), { ...all, [name]: brief({ ...declared(all[name] as TypeName), ...part }) });
  const rename = (name: string, to: string) => onChange(words.tree.renamed(name, to), Object.fromEntries(Object.entries(all).map(([key, it]) => [key === name ? to : key, it])));
  const remove = (name: string) => onChange(words.tree.removed(name), Object.fromEntries(Object.entries(all).filter(([key]) => key !== name)));
  const grow = () => {
    const name = freeName(first, all);
    onChange(words.tree.added(name), { ...all, [name]: "text" });
  };
  const wrong = (name: string) => (text: string) => (!NAME.test(text) ? words.tree.nameShape : text !== name && text in all ? words.tree.nameTaken : undefined);
  return (
    <div className="declarations" role="group" aria-label={label}>
      {Object.entries(all).map(([name, value]) => {
        const it = declared(value);
        return (
          <div className="declaration" key={name} data-field={`${path}/${name}`}>
            <Typed aria-label={`${name}: ${w.name}`} value={name} wrong={wrong(name)} onDone={to => rename(name, to)} styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }} />
            <NativeSelect size="xs" aria-label={`${name}: ${w.type}`} value={it.type} data={[...TYPES]} onChange={e => set(name, { type: e.currentTarget.value as TypeName })} />
            <Typed aria-label={`${name}: ${w.default}`} placeholder={w.default} value={textOf(it.default)} onDone={text => set(name, { default: valueOf(text, it.type) })} />
            <Typed aria-label={`${name}: ${w.note}`} placeholder={w.note} value={it.note ?? ""} onDone={note => set(name, { note })} />
            {required && <Checkbox size="xs" label={w.required} aria-label={`${name}: ${w.required}`} checked={it.required ?? false} onChange={e => set(name, { required: e.currentTarget.checked })} />}
            <ActionIcon variant="subtle" color="gray" aria-label={words.tree.removed(name)} onClick={() => remove(name)}><IconTrash size={16} /></ActionIcon>
          </div>
        );
      })}
      {Object.keys(all).length === 0 && <p className="dim small">{w.noneYet}</p>}
      <div><Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} onClick={grow}>{add}</Button></div>
    </div>
  );
}
