import { Button, Switch, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useGet } from "../api/hooks";
import { Select } from "../parts/Select";
import { words } from "../words";
import type { Filter } from "./useFilter";

const w = words.activity;

interface Asked {
  filter: Filter;
  set: (part: Filter) => void;
  clear: () => void;
}

/** What is looked for. Each choice counts at once. */
export function Filters({ filter, set, clear }: Asked) {
  const apps = useGet("/api/v1/apps", { query: { limit: 200 } });
  const profiles = useGet("/api/v1/apps/{app}/profiles", { path: { app: filter.app ?? "" } }, { enabled: Boolean(filter.app) });
  const every = (label: string, data: { value: string; label: string }[]) => [{ value: "", label }, ...data];
  return (
    <div className="row" style={{ marginBottom: 16, alignItems: "flex-end" }} role="search" aria-label={w.filters}>
      <Contact key={filter.contact ? "given" : "none"} value={filter.contact ?? ""} set={contact => set({ contact })} />
      <Select aria-label={w.app} w={180} searchable value={filter.app ?? ""} onChange={it => set({ app: it ?? "", profile: "", release: "" })} data={every(w.everyApp, (apps.data?.items ?? []).map(it => ({ value: it.name, label: it.title || it.name })))} />
      {filter.app && <Select aria-label={w.profile} w={150} value={filter.profile ?? ""} onChange={it => set({ profile: it ?? "", release: "" })} data={every(w.everyProfile, (profiles.data?.items ?? []).map(it => ({ value: it.name, label: it.name })))} />}
      {filter.app && filter.profile && <OfRelease app={filter.app} profile={filter.profile} value={filter.release ?? ""} set={release => set({ release })} />}
      <Select aria-label={w.on} w={140} value={filter.channel ?? ""} onChange={it => set({ channel: it ?? "" })} data={every(w.everyChannel, w.filterChannels)} />
      <Select aria-label={w.state} w={140} value={filter.status ?? ""} onChange={it => set({ status: it ?? "" })} data={every(w.everyState, w.filterStates)} />
      <TextInput type="date" aria-label={w.from} leftSection={<span className="small dim" aria-hidden>{w.fromShort}</span>} leftSectionWidth={48} w={176} value={filter.from ?? ""} onChange={e => set({ from: e.currentTarget.value })} />
      <TextInput type="date" aria-label={w.until} leftSection={<span className="small dim" aria-hidden>{w.untilShort}</span>} leftSectionWidth={48} w={176} value={filter.until ?? ""} onChange={e => set({ until: e.currentTarget.value })} />
      <Switch label={w.onlyErrors} checked={filter.errors === "true"} onChange={e => set({ errors: e.currentTarget.checked ? "true" : "" })} style={{ paddingBottom: 6 }} />
      {Object.keys(filter).length > 0 && <Button variant="subtle" onClick={clear}>{w.clear}</Button>}
    </div>
  );
}

function Contact({ value, set }: { value: string; set: (contact: string) => void }) {
  const [text, setText] = useState(value);
  const later = useDebouncedCallback(set, 300);
  return (
    <TextInput className="grow" maw={260} miw={180} aria-label={w.search} placeholder={w.search} leftSection={<IconSearch size={16} aria-hidden />} value={text}
      onChange={e => { setText(e.currentTarget.value); later(e.currentTarget.value); }} />
  );
}

function OfRelease({ app, profile, value, set }: { app: string; profile: string; value: string; set: (release: string) => void }) {
  const releases = useGet("/api/v1/apps/{app}/releases", { path: { app }, query: { profile, limit: 100 } });
  const data = (releases.data?.items ?? []).map(it => ({ value: it.id, label: `v${it.version} · ${words.app.release(it.number)}` }));
  return <Select aria-label={w.release} w={170} value={value} onChange={it => set(it ?? "")} data={[{ value: "", label: w.everyRelease }, ...data]} />;
}
