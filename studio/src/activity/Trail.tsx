import { Link } from "react-router";
import type { Turn } from "../api/types";
import { When } from "../parts/When";
import { useMay } from "../shell/me";
import { words } from "../words";
import { onCanvas } from "./canvas";

const w = words.activity;

/** What the app did, turn by turn; each step leads to where it stands on the canvas. */
export function Trail({ of, app }: { of: Turn[]; app: string | undefined }) {
  const may = useMay("developer");
  return (
    <ol className="trail">
      {of.map(turn => (
        <li key={turn.turn} id={`turn-${turn.turn}`}>
          <div className="row" style={{ justifyContent: "space-between" }}><strong>{w.turn(turn.turn)} · {w.turnKinds[turn.kind as keyof typeof w.turnKinds] ?? turn.kind}</strong><When at={turn.at} /></div>
          {turn.steps.map((step, at) => {
            const name = [step.flow, step.step].filter(Boolean).join(" / ");
            return (
              <div key={at} className="breaks">
                {app && may && step.flow ? <Link to={onCanvas(app, step.flow, step.step)} title={w.onCanvas}><code>{name}</code></Link> : <code>{name}</code>} {step.what} <span className="dim">{brief(step.data as Record<string, unknown>)}</span>
              </div>
            );
          })}
        </li>
      ))}
    </ol>
  );
}

const brief = (data: Record<string, unknown>) => {
  const text = Object.entries(data).map(([name, value]) => `${name}: ${typeof value === "object" ? JSON.stringify(value) : value}`).join(" · ");
  return text.length > 160 ? text.slice(0, 160) + "…" : text;
};
