import { Link, useSearchParams } from "react-router";
import { useGet, usePages } from "../api/hooks";
import type { Alert } from "../api/types";
import { Rows } from "../console/Cells";
import { More } from "../parts/More";
import { Card, Empty } from "../parts/Page";
import { Select } from "../parts/Select";
import { type Look, State } from "../parts/State";
import { Wait } from "../parts/Wait";
import { When } from "../parts/When";
import { useMay } from "../shell/me";
import { words } from "../words";
import { ActivityHead } from "./ActivityHead";
import { onCanvas } from "./canvas";

const a = words.activity;
const w = a.grouped;
const LOOKS: Record<Alert["state"], Look> = { counting: "draft", open: "failed", recovered: "past" };

/** Errors of apps: equal ones are one line, with since which version, how often, and who was told. */
export function ErrorsPage() {
  const [query, setQuery] = useSearchParams();
  const apps = useGet("/api/v1/apps", { query: { limit: 200 } });
  const asked = { app: query.get("app") ?? "", state: query.get("state") ?? "" };
  const pages = usePages("/api/v1/alerts", { query: asked });
  const set = (part: Partial<typeof asked>) => setQuery(Object.fromEntries(Object.entries({ ...asked, ...part }).filter(([, value]) => value)), { replace: true });
  return (
    <>
      <ActivityHead title={w.tab} text={w.text} />
      <div className="row" style={{ marginBottom: 16 }}>
        <Select aria-label={a.app} w={200} searchable value={asked.app} onChange={it => set({ app: it ?? "" })} data={[{ value: "", label: a.everyApp }, ...(apps.data?.items ?? []).map(it => ({ value: it.name, label: it.title || it.name }))]} />
        <Select aria-label={a.state} w={180} value={asked.state} onChange={it => set({ state: it ?? "" })} data={[{ value: "", label: a.everyState }, ...Object.entries(w.states).map(([value, label]) => ({ value, label }))]} />
      </div>
      <Card>
        <Wait query={pages} bones={6}>
          {({ items }) => items.length === 0 ? <Empty title={w.none} text={w.noneText} /> : (
            <Rows label={w.tab} columns={[w.what, a.app, w.where, a.state, w.count, w.first, w.last, w.told]}>{items.map(it => <Row key={it.id} of={it} />)}</Rows>
          )}
        </Wait>
        <More pages={pages} />
      </Card>
    </>
  );
}

function Row({ of }: { of: Alert }) {
  const may = useMay("developer");
  const place = [of.flow, of.step].filter(Boolean).join(" / ");
  const journey = /\/journeys\/([0-9a-f-]{36})(#turn-\d+)?/.exec(of.link);
  return (
    <tr>
      <td>
        <span className="strong breaks">{of.code}</span> {of.first_version > 0 && of.first_version === of.last_version && of.state !== "recovered" && <State look="draft">{w.newIn(of.first_version)}</State>}
        <div className="small dim">{w.kinds[of.kind]}{journey && <> · <Link to={`/activity/${journey[1]}${journey[2] ?? ""}`}>{w.example}</Link></>}</div>
      </td>
      <td data-label={a.app}><span>{of.app} <span className="dim small">{of.profile}</span></span></td>
      <td data-label={w.where}>{place && (may ? <Link to={onCanvas(of.app, of.flow, of.step)} title={a.onCanvas}><code className="breaks">{place}</code></Link> : <code className="breaks">{place}</code>)}</td>
      <td data-label={a.state}><State look={LOOKS[of.state]}>{w.states[of.state]}</State></td>
      <td data-label={w.count}>{of.total.toLocaleString("en")}</td>
      <td data-label={w.first}><span><When at={of.first_seen_at} />{of.first_version > 0 && <span className="dim small"> v{of.first_version}</span>}</span></td>
      <td data-label={w.last}><span><When at={of.last_seen_at} />{of.last_version > 0 && <span className="dim small"> v{of.last_version}</span>}</span></td>
      <td data-label={w.told}><span className="small">{w.reached[of.reached]}</span></td>
    </tr>
  );
}
