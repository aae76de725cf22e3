import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { useGet, usePages } from "../api/hooks";
import type { Release } from "../api/types";
import { foremost } from "../apps/status";
import { useApp } from "../apps/useApp";
import { Rows } from "../console/Cells";
import { More } from "../parts/More";
import { Card, Empty } from "../parts/Page";
import { type Look, State } from "../parts/State";
import { Wait } from "../parts/Wait";
import { When } from "../parts/When";
import { useMay } from "../shell/me";
import { words } from "../words";
import { type Act, ReleaseActs } from "./ReleaseActs";
import { ReleaseMenu } from "./ReleaseMenu";

const w = words.versions;
const looks: Record<Release["state"], Look> = { sealed: "paused", prepared: "paused", proven: "paused", live: "live", superseded: "past", failed: "failed", cancelled: "past" };

/** What was published under a profile, newest first, and the three acts that are never confused. */
export function VersionsPage() {
  const { name } = useApp();
  const [query, setQuery] = useSearchParams();
  const lives = useGet("/api/v1/apps/{app}/deployments", { path: { app: name } });
  const profile = query.get("profile") ?? foremost(lives.data?.items ?? [])?.name;
  const live = lives.data?.items.find(it => it.name === profile);
  const [act, setAct] = useState<Act>();
  const may = useMay("developer");
  return (
    <Wait query={lives}>
      {({ items }) => profile && (
        <div className="stack">
          <div className="row">
            <NativeSelect aria-label={words.settings.profile} w={220} value={profile} onChange={e => setQuery({ profile: e.currentTarget.value })} data={items.map(it => it.name)} />
            <span className="grow" />
            <Button component={Link} variant="default" to={`/apps/${name}/versions/compare`}>{w.compareAny}</Button>
            {may && live?.changed && <Button variant="default" onClick={() => setAct({ kind: "discard", profile })}>{w.discard}</Button>}
          </div>
          <History key={profile} app={name} profile={profile} liveId={live?.release?.id} may={may} onAct={setAct} />
          {act && <ReleaseActs app={name} act={act} profiles={items.map(it => it.name)} onClose={() => setAct(undefined)} />}
        </div>
      )}
    </Wait>
  );
}

interface Asked {
  app: string;
  profile: string;
  liveId: string | undefined;
  may: boolean;
  onAct: (act: Act) => void;
}

function History({ app, profile, liveId, may, onAct }: Asked) {
  const pages = usePages("/api/v1/apps/{app}/releases", { path: { app }, query: { profile } });
  const ledger = useGet("/api/v1/apps/{app}/profiles/{profile}/ledger", { path: { app, profile } });
  const open = (it: Release) => ledger.data?.releases.find(line => line.release === it.id)?.open;
  return (
    <Card title={w.title(profile)}>
      <Wait query={pages} bones={6}>
        {({ items }) => items.length === 0 ? <Empty title={w.none} text={w.noneText} /> : (
          <Rows label={w.title(profile)} columns={[w.version, w.state, w.when, w.who, w.note, w.journeys, ""]}>
            {items.map(it => (
              <tr key={it.id}>
                <td className="nowrap"><span className="strong">v{it.version}</span> <span className="dim small">{w.release(it.number)}</span></td>
                <td data-label={w.state}><span><State look={it.live ? "live" : looks[it.state]}>{it.live ? words.live : w.states[it.state]}</State>{it.kind !== "publish" && <div className="small dim">{w.kinds[it.kind](it.origin ?? 0)}</div>}</span></td>
                <td data-label={w.when}><When at={it.published_at} /></td>
                <td data-label={w.who}>{it.published_by}</td>
                <td data-label={w.note} className="breaks">{it.note || <span className="dim">–</span>}</td>
                <td data-label={w.journeys}>{open(it) ?? <span className="dim">–</span>}</td>
                <td><ReleaseMenu app={app} of={it} liveId={liveId} may={may} onAct={onAct} /></td>
              </tr>
            ))}
          </Rows>
        )}
      </Wait>
      <More pages={pages} />
    </Card>
  );
}
