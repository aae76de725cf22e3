import { Link } from "react-router";
import { useGet, usePages } from "../api/hooks";
import { Rows } from "../console/Cells";
import { More } from "../parts/More";
import { Card, Empty } from "../parts/Page";
import { type Look, State } from "../parts/State";
import { Wait } from "../parts/Wait";
import { When } from "../parts/When";
import { words } from "../words";
import { ActivityHead } from "./ActivityHead";

const a = words.activity;
const w = a.schedules;
const LOOKS: Record<string, Look> = { waiting: "draft", running: "live", done: "past", failed: "failed", skipped: "past", superseded: "past", dead: "failed" };

/** What runs by the clock: the schedules that are live, when they run next, and what became of their runs. */
export function SchedulesPage() {
  const schedules = useGet("/api/v1/schedules");
  const runs = usePages("/api/v1/schedules/runs");
  return (
    <>
      <ActivityHead title={w.tab} text={w.text} />
      <div className="stack">
        <Card title={w.live}>
          <Wait query={schedules}>
            {({ items }) => items.length === 0 ? <Empty title={w.none} text={w.noneText} /> : (
              <Rows label={w.live} columns={[w.trigger, a.app, w.when, w.zone, w.next]}>
                {items.map(it => (
                  <tr key={it.deployment + it.trigger}>
                    <td><span className="strong">{it.trigger}</span></td>
                    <td data-label={a.app}><span>{it.app} <span className="dim small">{it.profile} · v{it.version}</span></span></td>
                    <td data-label={w.when}><span>{it.words} <code className="dim small nowrap">{it.cron}</code></span></td>
                    <td data-label={w.zone}>{it.time_zone}</td>
                    <td data-label={w.next}>{it.next[0] && <span title={it.next.map(each => each.words).join("\n")}><When at={it.next[0].at} /></span>}</td>
                  </tr>
                ))}
              </Rows>
            )}
          </Wait>
        </Card>
        <Card title={w.runs}>
          <Wait query={runs}>
            {({ items }) => items.length === 0 ? <p className="pad dim">{w.noRuns}</p> : (
              <Rows label={w.runs} columns={[w.trigger, a.app, w.due, a.state, w.tries, w.journey]}>
                {items.map(it => (
                  <tr key={it.id}>
                    <td><span className="strong">{it.trigger}</span></td>
                    <td data-label={a.app}><span>{it.app} <span className="dim small">{it.profile}</span></span></td>
                    <td data-label={w.due}><When at={it.due} /></td>
                    <td data-label={a.state}><span><State look={LOOKS[it.state] ?? "past"}>{w.states[it.state as keyof typeof w.states] ?? it.state}</State>{it.error && <span className="small dim breaks" style={{ display: "block" }}>{it.error}</span>}</span></td>
                    <td data-label={w.tries}>{it.tries}</td>
                    <td data-label={w.journey}>{it.journey ? <Link to={`/activity/${it.journey}`}>{w.open}</Link> : <span className="dim">–</span>}</td>
                  </tr>
                ))}
              </Rows>
            )}
          </Wait>
          <More pages={runs} />
        </Card>
      </div>
    </>
  );
}
