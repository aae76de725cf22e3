import { Button } from "@mantine/core";
import { Link, useSearchParams } from "react-router";
import { useGet } from "../api/hooks";
import type { Live } from "../api/types";
import { Card } from "../parts/Page";
import { State } from "../parts/State";
import { Wait } from "../parts/Wait";
import { When } from "../parts/When";
import { useMay } from "../shell/me";
import { words } from "../words";
import { DraftCard } from "./DraftCard";
import { Entrances } from "./Entrances";
import { LedgerCard } from "./LedgerCard";
import { type Channel, Pauses } from "./Pauses";
import { standing } from "./status";
import { Unpublish } from "./Unpublish";
import { useApp } from "./useApp";

const w = words.app;

/** What customers get under each profile, how they come in, and how the draft stands. */
export function Overview() {
  const { name } = useApp();
  const lives = useGet("/api/v1/apps/{app}/deployments", { path: { app: name } });
  return (
    <div className="columns">
      <div className="stack">
        <Wait query={lives} bones={6}>
          {({ items }) => <>{[...items].reverse().map(it => <ProfileCard key={it.profile} app={name} of={it} />)}</>}
        </Wait>
      </div>
      <div className="stack">
        <DraftCard app={name} />
        <Wait query={lives}>{({ items }) => <>{items.filter(it => it.live).map(it => <LedgerCard key={it.profile} app={name} profile={it.name} />)}</>}</Wait>
      </div>
    </div>
  );
}

function ProfileCard({ app, of }: { app: string; of: Live }) {
  const [, setQuery] = useSearchParams();
  const may = useMay("developer");
  const { look, text } = standing(of);
  return (
    <Card title={of.name} acts={<State look={look}>{text}</State>}>
      <div className="pad stack" style={{ gap: 16 }}>
        {of.live && of.release ? (
          <>
            <p className="small dim">
              {w.release(of.release.number)} · {of.release.published_by} · {of.since && <When at={of.since} />}
              {of.release.note && <><br /><span style={{ color: "var(--w-ink)" }}>{of.release.note}</span></>}
            </p>
            <Entrances of={of.entrances} name={of.name} />
            <Pauses app={app} profile={of.name} channels={[...new Set(of.entrances.map(it => it.kind as Channel))]} may={may} />
          </>
        ) : (
          <p className="dim">{w.notPublished}</p>
        )}
        <div className="row">
          {may && <Button size="xs" variant="default" onClick={() => setQuery({ publish: of.name })}>{w.publishTo(of.name)}</Button>}
          <Button size="xs" variant="subtle" component={Link} to={`/apps/${app}/settings/${encodeURIComponent(of.name)}`}>{w.settingsOf(of.name)}</Button>
          <span className="grow" />
          {may && of.live && <Unpublish app={app} profile={of.name} />}
        </div>
      </div>
    </Card>
  );
}
