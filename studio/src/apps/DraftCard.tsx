import { useGet } from "../api/hooks";
import type { DraftProblem } from "../api/types";
import { Card } from "../parts/Page";
import { State } from "../parts/State";
import { Wait } from "../parts/Wait";
import { When } from "../parts/When";
import { words } from "../words";
import { Mend } from "./Mend";

const w = words.app;

/** How the draft stands: who saved it when, and what is wrong with it. */
export function DraftCard({ app }: { app: string }) {
  const draft = useGet("/api/v1/apps/{app}/draft", { path: { app } });
  return (
    <Card title={w.draft} acts={draft.data && <span className="mono small dim">{draft.data.revision}</span>}>
      <Wait query={draft}>
        {it => (
          <>
            <p className="pad small dim">{w.saved} <When at={it.saved_at} /> · {it.saved_by}</p>
            {it.problems.length === 0 ? <p className="pad" style={{ paddingTop: 0 }}><State look="live">{w.noProblems}</State></p> : <Problems app={app} of={it.problems} />}
          </>
        )}
      </Wait>
    </Card>
  );
}

export function Problems({ app, of }: { app: string; of: DraftProblem[] }) {
  const order = ["error", "warning", "hint"];
  const sorted = [...of].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return (
    <ul className="list" aria-label={w.problems} style={{ borderTop: "1px solid var(--w-line)" }}>
      {sorted.map((it, at) => (
        <li key={at} className="small">
          <State look={it.severity === "error" ? "failed" : it.severity === "warning" ? "draft" : "past"}>{words.severities[it.severity as keyof typeof words.severities] ?? it.severity}</State>
          <div className="breaks">{it.text}</div>
          {it.way_out && <div className="dim">{it.way_out}</div>}
          <code className="dim breaks">{it.path}</code> <Mend app={app} place={it.path} />
        </li>
      ))}
    </ul>
  );
}
