import { useGet } from "../api/hooks";
import type { Ledger } from "../api/types";
import { Card } from "../parts/Page";
import { type Look, State } from "../parts/State";
import { Wait } from "../parts/Wait";
import { When } from "../parts/When";
import { words } from "../words";

const w = words.ledger;
const looks: Record<Ledger["releases"][number]["state"], Look> = { live: "live", draining: "draft", drained: "past", retired: "past" };

/** Who still stands on which release, and what was done with people in the middle. */
export function LedgerCard({ app, profile }: { app: string; profile: string }) {
  const found = useGet("/api/v1/apps/{app}/profiles/{profile}/ledger", { path: { app, profile } });
  return (
    <Card title={w.title(profile)}>
      <Wait query={found}>
        {({ releases, people }) => (
          <>
            <ul className="list">
              {releases.slice(0, 6).map(it => (
                <li key={it.release} className="row" style={{ justifyContent: "space-between", padding: "9px 20px" }}>
                  <span><span className="strong">v{it.version}</span> <span className="dim small">{w.release(it.number)}</span></span>
                  <State look={looks[it.state]}>{w.states[it.state]}</State>
                  <span className="small">{w.open(it.open)}</span>
                </li>
              ))}
            </ul>
            {people.length > 0 && (
              <ul className="list" aria-label={w.done} style={{ borderTop: "1px solid var(--w-line)" }}>
                {people.slice(0, 4).map((it, at) => (
                  <li key={at} className="small">
                    {w.move(String(it.chosen.policy), it.taken)} <span className="dim">{it.done_at ? <When at={it.done_at} /> : <>{w.due} <When at={it.due} /></>}</span>
                    {it.kept.map((kept, n) => <div key={n} className="dim">{w.stays(kept.journeys)} {kept.text}</div>)}
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </Wait>
    </Card>
  );
}
