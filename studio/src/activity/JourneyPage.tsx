import { Button } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { Link, useLocation, useParams, useSearchParams } from "react-router";
import { useEffect } from "react";
import { useGet } from "../api/hooks";
import type { JourneyRow, Turn } from "../api/types";
import { late } from "../parts/late";
import { Card, Head } from "../parts/Page";
import { State } from "../parts/State";
import { Bones, Wait } from "../parts/Wait";
import { exact, When } from "../parts/When";
import { useMay } from "../shell/me";
import { words } from "../words";
import { standingLook } from "./ActivityPage";
import { onCanvas, stepOf } from "./canvas";
import { talk } from "./talk";
import { Trail } from "./Trail";

const w = words.activity;
const Replay = late(() => import("./Replay").then(it => it.Replay), <Bones count={10} />);

/** One person's journey: the conversation across its channels, beside what the app did. */
export function JourneyPage() {
  const journey = useParams().journey ?? "";
  const found = useGet("/api/v1/journeys", { query: { contact: journey } }, { every: 10_000 });
  const trail = useGet("/api/v1/journeys/{journey}/trail", { path: { journey } }, { every: 10_000 });
  const it = found.data?.items[0];
  const { hash } = useLocation();
  const may = useMay("developer");
  const [query, setQuery] = useSearchParams();
  const replayed = query.has("replay");
  const acts = may && it && <Button variant="default" aria-pressed={replayed} onClick={() => setQuery(replayed ? {} : { replay: "" }, { replace: true })}>{replayed ? w.replay.close : w.replay.open}</Button>;
  useEffect(() => {
    if (trail.data && hash) document.getElementById(hash.slice(1))?.scrollIntoView({ block: "center" });
  }, [trail.data, hash]);
  return (
    <>
      <Head title={it ? it.phone || it.email || w.journey : w.journey} over={<Link className="crumb" to="/activity"><IconArrowLeft size={14} aria-hidden /> {words.nav.activity}</Link>} text={it ? <Facts of={it} /> : <code className="small breaks">{journey}</code>} acts={acts} />
      <Wait query={trail} bones={8}>
        {({ turns }) => (
          <>
            {replayed && may && it && <div style={{ marginBottom: 20 }}><Replay app={it.app} turns={turns} /></div>}
            <div className="columns" style={{ gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 420px), 1fr))" }}>
              <Card title={w.conversation}><Talk of={turns} /></Card>
              <Card title={w.trail}><Trail of={turns} app={it?.app} /></Card>
            </div>
          </>
        )}
      </Wait>
    </>
  );
}

function Facts({ of }: { of: JourneyRow }) {
  const may = useMay("developer");
  const place = stepOf(of.stands_at);
  return (
    <span className="row small">
      <State look={standingLook(of.standing)}>{w.standings[of.standing as keyof typeof w.standings] ?? of.standing}</State>
      <span>{of.app_title || of.app} · {of.profile} · v{of.version}</span>
      <span>{w.messagesOf(of.messages)}</span>
      {of.call_seconds > 0 && <span>{w.minutesOf(of.call_seconds)}</span>}
      {of.errors > 0 && <State look="failed">{w.errorsOf(of.errors)}</State>}
      <span>{w.began} <When at={of.began} /></span>
      {place && of.standing !== "ended" && may && <Link to={onCanvas(of.app, place.flow, place.step)}>{w.standsAt(of.standing === "open", place.step)}</Link>}
    </span>
  );
}

function Talk({ of }: { of: Turn[] }) {
  const lines = talk(of);
  if (lines.length === 0) return <p className="pad dim">{w.silent}</p>;
  return (
    <div className="talk">
      {lines.map((it, at) => it.kind === "between"
        ? <div key={at} className="between">{it.text} · <When at={it.at} /></div>
        : <div key={at} className={it.kind === "heard" ? "said them" : "said"} title={exact(it.at)}><span className="skip">{it.kind === "heard" ? w.they : w.app}: </span>{it.text}</div>)}
    </div>
  );
}
