import { call } from "../api/client";
import { usePages } from "../api/hooks";
import { More } from "../parts/More";
import { Card, Head } from "../parts/Page";
import { State } from "../parts/State";
import { Wait } from "../parts/Wait";
import { When } from "../parts/When";
import { useMe } from "../shell/me";
import { words } from "../words";
import { browserName } from "./browser";
import { Rows } from "./Cells";
import { Removal } from "./Removal";

const w = words.me;

/** Who I am here, and where I am signed in. */
export function MePage() {
  const me = useMe();
  const sessions = usePages("/api/v1/me/sessions");
  return (
    <>
      <Head title={w.title} text={me.data && `${me.data.name} · ${words.roles[me.data.role]}`} />
      <Card title={w.sessions}>
        <Wait query={sessions}>
          {({ items }) => (
            <Rows label={w.sessions} columns={[w.browser, w.since, w.seen, w.until, ""]}>
              {items.map(it => (
                <tr key={it.id}>
                  <td><span className="strong breaks" title={it.browser}>{it.browser ? browserName(it.browser) : w.unknown}</span> {it.current && <State look="live">{w.here}</State>}</td>
                  <td data-label={w.since}><When at={it.created_at} /></td>
                  <td data-label={w.seen}><When at={it.seen_at} /></td>
                  <td data-label={w.until}><When at={it.expires_at} /></td>
                  <td>{!it.current && <Removal name={it.browser ? browserName(it.browser) : w.unknown} word={w.end} text={w.ending} act={() => call("delete", "/api/v1/me/sessions/{session}", { path: { session: it.id } })} />}</td>
                </tr>
              ))}
            </Rows>
          )}
        </Wait>
        <More pages={sessions} />
      </Card>
    </>
  );
}
