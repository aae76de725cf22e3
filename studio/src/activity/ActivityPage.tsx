import { Button, Select, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { usePages } from "../api/hooks";
import type { JourneyRow } from "../api/types";
import { Rows } from "../console/Cells";
import { More } from "../parts/More";
import { Card, Empty, Head } from "../parts/Page";
import { State } from "../parts/State";
import { Wait } from "../parts/Wait";
import { exact, When } from "../parts/When";
import { words } from "../words";
import { csv, save } from "./csv";
import { usePlaces } from "./places";

const w = words.activity;

export function ActivityPage() {
  const [query, setQuery] = useSearchParams();
  const pages = usePages("/api/v1/journeys", { query: { limit: 100 } });
  const places = usePlaces();
  const [search, setSearch] = useState("");
  const app = query.get("app") ?? "";
  const standing = query.get("standing") ?? "";
  const set = (name: string, value: string | null) => setQuery(before => {
    before.set(name, value ?? "");
    return before;
  });
  const fits = (it: JourneyRow) =>
    (!app || places.of(it.deployment)?.app === app) && (!standing || it.standing === standing || (standing === "errors" && it.errors > 0)) && `${it.phone} ${it.id}`.includes(search.trim());
  const shown = (pages.data?.items ?? []).filter(fits);
  const takeAway = () => save("journeys.csv", csv(
    [w.id, w.app, w.profile, w.state, w.on, w.phone, w.turns, w.texts, w.errors, w.began, w.last],
    shown.map(it => [it.id, places.of(it.deployment)?.app, places.of(it.deployment)?.profile, it.standing, it.began_on, it.phone, it.turns, it.texts, it.errors, it.began, it.last_event]),
  ));
  return (
    <>
      <Head title={w.title} text={w.text} acts={
        <>
          <Button component={Link} variant="default" to="/activity/dead">{w.dead}</Button>
          <Button variant="default" disabled={shown.length === 0} onClick={takeAway}>{w.csv}</Button>
        </>
      } />
      <div className="row" style={{ marginBottom: 16 }}>
        <TextInput className="grow" maw={280} aria-label={w.search} placeholder={w.search} leftSection={<IconSearch size={16} />} value={search} onChange={e => setSearch(e.currentTarget.value)} />
        <Select aria-label={w.app} w={200} value={app} onChange={it => set("app", it)} data={[{ value: "", label: w.everyApp }, ...places.apps.map(it => ({ value: it.name, label: it.title }))]} />
        <Select aria-label={w.state} w={160} value={standing} onChange={it => set("standing", it)} data={Object.entries(w.standingFilters).map(([value, label]) => ({ value, label }))} />
      </div>
      <Card>
        <Wait query={pages} bones={8}>
          {({ items }) => items.length === 0 ? <Empty title={w.none} text={w.noneText} /> : shown.length === 0 ? <Empty title={w.noMatch} /> : (
            <Rows label={w.title} columns={[w.who, w.app, w.state, w.on, w.turns, w.errors, w.last]}>
              {shown.map(it => <Row key={it.id} of={it} place={places.of(it.deployment)} />)}
            </Rows>
          )}
        </Wait>
        <More pages={pages} />
      </Card>
    </>
  );
}

function Row({ of, place }: { of: JourneyRow; place: { title: string; profile: string } | undefined }) {
  return (
    <tr>
      <td><Link className="strong nowrap" to={`/activity/${of.id}`}>{of.phone || w.noPhone}</Link></td>
      <td data-label={w.app}><span>{place ? <>{place.title} <span className="dim small">{place.profile}</span></> : <span className="dim">{w.unpublished}</span>}</span></td>
      <td data-label={w.state}><State look={of.standing === "open" ? "live" : of.standing === "ended" ? "past" : "failed"}>{w.standings[of.standing as keyof typeof w.standings] ?? of.standing}</State></td>
      <td data-label={w.on}>{w.channels[of.began_on as keyof typeof w.channels] ?? of.began_on}</td>
      <td data-label={w.turns}>{of.turns}</td>
      <td data-label={w.errors}>{of.errors > 0 ? <State look="failed">{String(of.errors)}</State> : <span className="dim">0</span>}</td>
      <td data-label={w.last} title={exact(of.began)}><When at={of.last_event} /></td>
    </tr>
  );
}
