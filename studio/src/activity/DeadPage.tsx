import { Button } from "@mantine/core";
import { Link } from "react-router";
import { call } from "../api/client";
import { useAct, useGet, usePages } from "../api/hooks";
import { Rows } from "../console/Cells";
import { More } from "../parts/More";
import { Refusal } from "../parts/Note";
import { Card } from "../parts/Page";
import { Wait } from "../parts/Wait";
import { When } from "../parts/When";
import { useMay } from "../shell/me";
import { words } from "../words";
import { ActivityHead } from "./ActivityHead";

const w = words.dead;

/** What could not be sent or run, with the way to try it again. */
export function DeadPage() {
  const texts = usePages("/api/v1/outbox/dead");
  const timers = useGet("/api/v1/timers/dead");
  const asks = useGet("/api/v1/asks/dead");
  return (
    <>
      <ActivityHead title={w.title} text={w.text} />
      <div className="stack">
        <Card title={w.texts}>
          <Wait query={texts}>
            {({ items }) => items.length === 0 ? <p className="pad dim">{w.none}</p> : (
              <Rows label={w.texts} columns={[w.to, w.why, w.tries, w.when, ""]}>
                {items.map(it => <Row key={it.id} journey={it.journey} what={it.to} why={it.error ?? it.state} tries={it.tries} at={it.made_at} act={() => call("post", "/api/v1/outbox/{text}/send-again", { path: { text: it.id } })} />)}
              </Rows>
            )}
          </Wait>
          <More pages={texts} />
        </Card>
        <Card title={w.asks}>
          <Wait query={asks}>
            {({ items }) => items.length === 0 ? <p className="pad dim">{w.none}</p> : (
              <Rows label={w.asks} columns={[w.what, w.why, w.tries, w.when, ""]}>
                {items.map(it => <Row key={it.journey + it.key} journey={it.journey} what={it.kind} why={it.error} tries={it.tries} at={it.dead_at} act={() => call("post", "/api/v1/journeys/{journey}/asks/{key}/send-again", { path: { journey: it.journey, key: it.key } })} />)}
              </Rows>
            )}
          </Wait>
        </Card>
        <Card title={w.timers}>
          <Wait query={timers}>
            {({ items }) => items.length === 0 ? <p className="pad dim">{w.none}</p> : (
              <Rows label={w.timers} columns={[w.what, w.why, w.tries, w.when, ""]}>
                {items.map(it => <Row key={it.journey + it.name} journey={it.journey} what={it.name} why={it.error} at={it.dead_at} act={() => call("post", "/api/v1/journeys/{journey}/timers/{name}/fire-again", { path: { journey: it.journey, name: it.name } })} />)}
              </Rows>
            )}
          </Wait>
        </Card>
      </div>
    </>
  );
}

function Row({ journey, what, why, tries, at, act }: { journey: string; what: string; why: string; tries?: number; at: string; act: () => Promise<unknown> }) {
  const again = useAct(act);
  const may = useMay("developer");
  return (
    <tr>
      <td><Link className="strong breaks" to={`/activity/${journey}`}>{what}</Link></td>
      <td data-label={w.why} className="breaks">{why}<Refusal of={again.error} /></td>
      <td data-label={w.tries}>{tries ?? "–"}</td>
      <td data-label={w.when}><When at={at} /></td>
      <td>{may && <Button size="xs" variant="default" loading={again.isPending} onClick={() => again.mutate(undefined)}>{w.again}</Button>}</td>
    </tr>
  );
}
