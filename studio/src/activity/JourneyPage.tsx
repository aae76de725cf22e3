import { IconArrowLeft } from "@tabler/icons-react";
import { Link, useParams } from "react-router";
import { useGet } from "../api/hooks";
import type { Turn } from "../api/types";
import { Card, Head } from "../parts/Page";
import { Wait } from "../parts/Wait";
import { exact, When } from "../parts/When";
import { words } from "../words";
import { talk } from "./talk";

const w = words.activity;

/** One person's journey: the conversation across its channels, beside what the app did. */
export function JourneyPage() {
  const journey = useParams().journey ?? "";
  const trail = useGet("/api/v1/journeys/{journey}/trail", { path: { journey } }, { every: 10_000 });
  return (
    <>
      <Head title={w.journey} over={<Link className="crumb" to="/activity"><IconArrowLeft size={14} aria-hidden /> {words.nav.activity}</Link>} text={<code className="small breaks">{journey}</code>} />
      <Wait query={trail} bones={8}>
        {({ turns }) => (
          <div className="columns" style={{ gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 420px), 1fr))" }}>
            <Card title={w.conversation}><Talk of={turns} /></Card>
            <Card title={w.trail}><Trail of={turns} /></Card>
          </div>
        )}
      </Wait>
    </>
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

function Trail({ of }: { of: Turn[] }) {
  return (
    <ol className="trail">
      {of.map(turn => (
        <li key={turn.turn}>
          <div className="row" style={{ justifyContent: "space-between" }}><strong>{w.turn(turn.turn)} · {turn.kind}</strong><When at={turn.at} /></div>
          {turn.steps.map((step, at) => (
            <div key={at} className="breaks"><code>{[step.flow, step.step].filter(Boolean).join(" / ")}</code> {step.what} <span className="dim">{brief(step.data as Record<string, unknown>)}</span></div>
          ))}
        </li>
      ))}
    </ol>
  );
}

const brief = (data: Record<string, unknown>) => {
  const text = Object.entries(data).map(([name, value]) => `${name}: ${typeof value === "object" ? JSON.stringify(value) : value}`).join(" · ");
  return text.length > 160 ? text.slice(0, 160) + "…" : text;
};
