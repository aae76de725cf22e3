import { useMemo } from "react";
import { Link, useSearchParams } from "react-router";
import { useGet } from "../api/hooks";
import type { Statistics } from "../api/types";
import { Card, Empty } from "../parts/Page";
import { Select } from "../parts/Select";
import { Wait } from "../parts/Wait";
import { useMay } from "../shell/me";
import { words } from "../words";
import { ActivityHead } from "./ActivityHead";
import { Chart } from "./Chart";
import { Shares } from "./Shares";
import { onCanvas, stepOf } from "./canvas";
import { answered, day } from "./days";

const a = words.activity;
const w = a.figures;

/** How an app is used: who came and how it ended, where people were left, how fast they were answered. */
export function FiguresPage() {
  const [query, setQuery] = useSearchParams();
  const apps = useGet("/api/v1/apps", { query: { limit: 200 } });
  const app = query.get("app") ?? apps.data?.items[0]?.name ?? "";
  const profile = query.get("profile") ?? "";
  const days = Number(query.get("days") ?? 30);
  const profiles = useGet("/api/v1/apps/{app}/profiles", { path: { app } }, { enabled: app !== "" });
  const set = (part: Record<string, string>) => setQuery(before => {
    const after = new URLSearchParams(before);
    for (const [name, value] of Object.entries(part)) if (value) after.set(name, value);
    else after.delete(name);
    return after;
  }, { replace: true });
  const from = useMemo(() => {
    const midnight = new Date();
    midnight.setHours(0, 0, 0, 0);
    midnight.setDate(midnight.getDate() - days + 1);
    return midnight.toISOString();
  }, [days]);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const found = useGet("/api/v1/apps/{app}/statistics", { path: { app }, query: { profile, from, zone } }, { enabled: app !== "" });
  return (
    <>
      <ActivityHead title={w.tab} text={w.text} />
      <div className="row" style={{ marginBottom: 16 }}>
        <Select aria-label={a.app} w={200} searchable value={app || null} onChange={it => set({ app: it ?? "", profile: "" })} data={(apps.data?.items ?? []).map(it => ({ value: it.name, label: it.title || it.name }))} />
        <Select aria-label={a.profile} w={160} value={profile} onChange={it => set({ profile: it ?? "" })} data={[{ value: "", label: a.everyProfile }, ...(profiles.data?.items ?? []).map(it => ({ value: it.name, label: it.name }))]} />
        <Select aria-label={w.range} w={160} value={String(days)} onChange={it => set({ days: it ?? "30" })} data={[7, 30, 90].map(it => ({ value: String(it), label: w.days(it) }))} />
      </div>
      {apps.data?.items.length === 0 ? <Card><Empty title={words.apps.none} text={words.apps.noneText} /></Card> : <Wait query={found} bones={8}>{it => <Shown app={app} of={it} />}</Wait>}
    </>
  );
}

function Shown({ app, of }: { app: string; of: Statistics }) {
  const may = useMay("developer");
  if (of.total.started === 0) return <Card><Empty title={w.none} text={w.noneText} /></Card>;
  const labels = of.days.map(it => day(it.day));
  const counts = (what: "finished" | "abandoned" | "open") => of.days.map(it => it.counts[what]);
  const answers = answered(of);
  return (
    <div className="stack">
      <div className="tiles">
        {(["started", "finished", "abandoned", "open", "errors"] as const).map(it => <div className="tile" key={it}><strong>{of.total[it].toLocaleString("en")}</strong><span className="small dim">{w.counts[it]}</span></div>)}
      </div>
      <Card title={w.journeysByDay}>
        <Chart title={w.journeysByDay} kind="bars" labels={labels} series={[
          { name: w.counts.finished, colour: "--w-live", values: counts("finished") },
          { name: w.counts.open, colour: "--w-action", values: counts("open") },
          { name: w.counts.abandoned, colour: "--w-past", values: counts("abandoned") },
        ]} />
      </Card>
      <Card title={w.answerTimes}>
        {answers.turns === 0 ? <p className="pad dim">{w.noAnswers}</p> : (
          <Chart title={w.answerTimes} kind="lines" unit=" ms" labels={labels} series={[{ name: w.p50, colour: "--w-action", values: answers.p50 }, { name: w.p95, colour: "--w-draft", values: answers.p95 }]} />
        )}
      </Card>
      <div className="columns" style={{ gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 420px), 1fr))" }}>
        <Shares title={w.byChannel} rows={of.channels.map(it => ({ key: it.channel, name: a.channels[it.channel as keyof typeof a.channels] ?? it.channel, counts: it.counts }))} />
        <Shares title={w.byRelease} rows={of.releases.map(it => ({ key: it.release, name: `v${it.version} · ${it.profile} · ${words.app.release(it.number)}`, counts: it.counts }))} />
      </div>
      <Card title={w.leftAt}>
        {of.steps.length === 0 ? <p className="pad dim">{w.nobodyLeft}</p> : (
          <ul className="list">
            {of.steps.map(it => {
              const place = stepOf(it.place);
              const name = place ? `${place.flow} / ${place.step}` : it.place;
              return (
                <li key={it.place} className="row">
                  <span className="grow breaks">{place && may ? <Link to={onCanvas(app, place.flow, place.step)} title={a.onCanvas}><code>{name}</code></Link> : <code>{name}</code>}</span>
                  <span className="small">{w.abandonedHere(it.abandoned)}</span>
                  <span className="small dim">{w.waitingHere(it.waiting)}</span>
                </li>
              );
            })}
          </ul>
        )}
      </Card>
    </div>
  );
}
