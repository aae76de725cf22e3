import { ActionIcon, Button } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { Card, Empty } from "../../parts/Page";
import { type AppDocument, freeName, NAME } from "../document";
import { useDoc, useEditor } from "../useEditor";
import { words } from "../words";
import { Screen, Typed } from "./Screen";

const w = words.screens;
type Hours = NonNullable<AppDocument["hours"]>;
type Day = keyof typeof w.days;

/** When somebody is there, by name, for steps that keep to it. */
export function HoursStage() {
  const editor = useEditor();
  const hours = useDoc(doc => doc.hours) ?? {};
  const zone = useDoc(doc => doc.time_zone) ?? "";
  const put = (what: string, edit: (all: Hours) => Hours | void) => editor.change(what, doc => {
    doc.hours = edit(doc.hours ?? {}) ?? doc.hours;
    if (Object.keys(doc.hours ?? {}).length === 0) delete doc.hours;
  });
  const add = () => {
    const name = freeName("office", hours);
    const day = "09:00-17:00";
    put(words.tree.added(name), all => ({ ...all, [name]: { mon: day, tue: day, wed: day, thu: day, fri: day } }));
  };
  const set = (name: string, key: string, value: unknown) => put(w.changed(name), all => {
    const it = all[name] as Record<string, unknown> | undefined;
    if (!it) return;
    if (value === "" || (Array.isArray(value) && value.length === 0)) delete it[key];
    else it[key] = value;
  });
  const wrong = (name: string) => (text: string) => (!NAME.test(text) ? words.tree.nameShape : text !== name && text in hours ? words.tree.nameTaken : undefined);
  const rename = (name: string, to: string) => put(words.tree.renamed(name, to), all => Object.fromEntries(Object.entries(all).map(([key, it]) => [key === name ? to : key, it])));
  return (
    <Screen title={w.hours} text={w.hoursText} acts={<Button variant="default" onClick={add}>{w.addHours}</Button>}>
      <Card><div className="pad"><Typed maw={360} label={w.zone} description={w.zoneHow} value={zone} data-field="time_zone" onDone={text => editor.change(w.changed(w.zone), doc => { if (text) doc.time_zone = text; else delete doc.time_zone; })} /></div></Card>
      {Object.keys(hours).length === 0 && <section className="card"><Empty title={w.noHours} /></section>}
      {Object.entries(hours).map(([name, it]) => (
        <section className="card" key={name}>
          <header>
            <Typed className="grow" maw={260} aria-label={w.name} value={name} wrong={wrong(name)} onDone={to => rename(name, to)} styles={{ input: { fontWeight: 600 } }} />
            <span className="grow" />
            <ActionIcon variant="subtle" color="gray" aria-label={words.tree.removed(name)} onClick={() => put(words.tree.removed(name), all => void delete all[name])}><IconTrash size={16} /></ActionIcon>
          </header>
          <div className="pad days">
            {Object.entries(w.days).map(([day, label]) => <Typed key={day} label={label} placeholder={w.closed} value={it[day as Day] ?? ""} data-field={`hours/${name}/${day}`} onDone={text => set(name, day, text.trim())} />)}
            <Typed label={w.zone} placeholder={zone} value={it.zone ?? ""} data-field={`hours/${name}/zone`} onDone={text => set(name, "zone", text.trim())} />
            <Typed className="wide" label={w.holidays} description={w.holidaysHow} value={(it.holidays ?? []).join(", ")} data-field={`hours/${name}/holidays`} onDone={text => set(name, "holidays", text.split(",").map(part => part.trim()).filter(Boolean))} />
            <p className="dim small wide">{w.hoursHow}</p>
          </div>
        </section>
      ))}
    </Screen>
  );
}
