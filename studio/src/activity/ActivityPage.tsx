import { Button } from "@mantine/core";
import { Link } from "react-router";
import { address } from "../api/client";
import { usePages } from "../api/hooks";
import type { JourneyRow } from "../api/types";
import { Rows } from "../console/Cells";
import { More } from "../parts/More";
import { Card, Empty } from "../parts/Page";
import { type Look, State } from "../parts/State";
import { Wait } from "../parts/Wait";
import { When } from "../parts/When";
import { words } from "../words";
import { ActivityHead } from "./ActivityHead";
import { Filters } from "./Filters";
import { asked, useFilter } from "./useFilter";

const w = words.activity;
export const standingLook = (standing: string): Look => (standing === "open" ? "live" : standing === "ended" ? "past" : "failed");

/** Journeys by what somebody looks for, newest first. */
export function ActivityPage() {
  const { filter, set, clear } = useFilter();
  const query = asked(filter);
  const pages = usePages("/api/v1/journeys", { query: { ...query, limit: 50 } });
  const filtered = Object.keys(filter).length > 0;
  return (
    <>
      <ActivityHead title={w.title} text={w.text} acts={<Button component="a" variant="default" href={address("/api/v1/journeys/export", { query })} download="journeys.csv">{w.csv}</Button>} />
      <Filters filter={filter} set={set} clear={clear} />
      <Card>
        <Wait query={pages} bones={8}>
          {({ items }) => items.length === 0
            ? <Empty title={filtered ? w.noMatch : w.none} text={filtered ? w.noMatchText : w.noneText}>{filtered && <Button variant="default" onClick={clear}>{w.clear}</Button>}</Empty>
            : <Rows label={w.journeys} columns={[w.who, w.app, w.version, w.state, w.on, w.messages, w.minutes, w.errors, w.began, w.last]}>{items.map(it => <Row key={it.id} of={it} />)}</Rows>}
        </Wait>
        <More pages={pages} />
      </Card>
    </>
  );
}

function Row({ of }: { of: JourneyRow }) {
  return (
    <tr>
      <td><Link className="strong breaks" to={`/activity/${of.id}`}>{of.phone || of.email || w.noPhone}</Link></td>
      <td data-label={w.app}><span>{of.app_title || of.app} <span className="dim small nowrap">{of.profile}</span></span></td>
      <td data-label={w.version}><span className="nowrap">v{of.version}</span></td>
      <td data-label={w.state}><State look={standingLook(of.standing)}>{w.standings[of.standing as keyof typeof w.standings] ?? of.standing}</State></td>
      <td data-label={w.on}>{w.channels[of.began_on as keyof typeof w.channels] ?? of.began_on}</td>
      <td data-label={w.messages}>{of.messages}</td>
      <td data-label={w.minutes}>{of.call_seconds > 0 ? w.minutesOf(of.call_seconds) : <span className="dim">0</span>}</td>
      <td data-label={w.errors}>{of.errors > 0 ? <State look="failed">{String(of.errors)}</State> : <span className="dim">0</span>}</td>
      <td data-label={w.began}><When at={of.began} /></td>
      <td data-label={w.last}><When at={of.last_event} /></td>
    </tr>
  );
}
