import { ActionIcon, Button, Checkbox } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { Empty } from "../../parts/Page";
import { type AppDocument, freeName, NAME } from "../document";
import { useDoc, useEditor } from "../useEditor";
import { words } from "../words";
import { DeclarationRows } from "./Declarations";
import { Screen, Typed } from "./Screen";
import type { Declarations } from "./typed";

const w = words.screens;
type RecordKinds = NonNullable<AppDocument["records"]>;
type Kind = RecordKinds[string];

/** The kinds of records that the app keeps, and their fields. */
export function RecordsStage() {
  const editor = useEditor();
  const records = useDoc(doc => doc.records) ?? {};
  const put = (what: string, edit: (all: RecordKinds) => RecordKinds | void) => editor.change(what, doc => {
    doc.records = edit(doc.records ?? {}) ?? doc.records;
    if (Object.keys(doc.records ?? {}).length === 0) delete doc.records;
  });
  const add = () => {
    const name = freeName("thing", records);
    put(words.tree.added(name), all => ({ ...all, [name]: { fields: { name: "text" } } as Kind }));
  };
  const button = <Button variant="default" onClick={add}>{w.addRecord}</Button>;
  if (Object.keys(records).length === 0) return <Screen title={w.records} text={w.recordsText}><section className="card"><Empty title={w.noRecords} text={w.noRecordsText}>{button}</Empty></section></Screen>;
  return (
    <Screen title={w.records} text={w.recordsText} acts={button}>
      {Object.entries(records).map(([name, it]) => (
        <OneKind
          key={name} name={name} of={it} taken={records}
          onRename={to => put(words.tree.renamed(name, to), all => Object.fromEntries(Object.entries(all).map(([key, kind]) => [key === name ? to : key, kind])))}
          onRemove={() => put(words.tree.removed(name), all => void delete all[name])}
          onChange={(what, edit) => put(what, all => void (all[name] && edit(all[name])))}
        />
      ))}
    </Screen>
  );
}

interface Asked {
  name: string;
  of: Kind;
  taken: RecordKinds;
  onRename: (to: string) => void;
  onRemove: () => void;
  onChange: (what: string, edit: (it: Kind) => void) => void;
}

function OneKind({ name, of, taken, onRename, onRemove, onChange }: Asked) {
  const wrong = (text: string) => (!NAME.test(text) ? words.tree.nameShape : text !== name && text in taken ? words.tree.nameTaken : undefined);
  const sets = (key: "unique" | "indexes") => (
    <Typed
      label={key === "unique" ? w.unique : w.indexes} placeholder={w.none_} value={(of[key] ?? []).map(it => it.fields?.join(", ")).join("; ")} data-field={`records/${name}/${key}`}
      onDone={text => onChange(w.changed(name), it => {
        const all = text.split(";").map(part => part.split(",").map(field => field.trim()).filter(Boolean)).filter(fields => fields.length > 0);
        if (all.length === 0) delete it[key];
        else it[key] = all.map(fields => ({ fields }));
      })}
    />
  );
  return (
    <section className="card">
      <header>
        <Typed className="grow" maw={260} aria-label={w.recordName} value={name} wrong={wrong} onDone={onRename} styles={{ input: { fontWeight: 600 } }} />
        <span className="grow" />
        <Checkbox size="xs" label={w.shared} checked={of.shared ?? false} onChange={e => { const on = e.currentTarget.checked; onChange(w.changed(name), it => { if (on) it.shared = true; else delete it.shared; }); }} />
        <ActionIcon variant="subtle" color="gray" aria-label={words.tree.removed(name)} onClick={onRemove}><IconTrash size={16} /></ActionIcon>
      </header>
      <div className="pad stack">
        <DeclarationRows label={name} path={`records/${name}/fields`} all={of.fields as Declarations} add={w.addField} first="field" required onChange={(what, after) => onChange(what, it => { it.fields = after as Kind["fields"]; })} />
        <div className="halves">{sets("unique")}{sets("indexes")}</div>
      </div>
    </section>
  );
}
