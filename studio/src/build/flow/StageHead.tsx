import { NavLink } from "react-router";
import type { FlowChannel } from "../document";
import { channelIcons } from "../looks";
import { placeTo } from "../places";
import { useDoc } from "../useEditor";
import { words } from "../words";

const w = words.flow;

/** Which flow this is, and its two faces: canvas and script. */
export function StageHead({ app, flow, channel, steps }: { app: string; flow: string; channel: FlowChannel; steps: number }) {
  const note = useDoc(doc => doc.flows?.[flow]?.note);
  const Icon = channelIcons[channel];
  const to = placeTo(app, { kind: "flow", flow });
  return (
    <header className="stagehead">
      <Icon size={18} stroke={1.7} aria-hidden />
      <h2>{flow}</h2>
      <span className="dim small nowrap">{words.flowKinds[channel]} · {w.steps(steps)}</span>
      {note && <span className="dim small notes" title={note}>{note}</span>}
      <span className="grow" />
      <nav className="faces" aria-label={flow}>
        <NavLink to={to} end>{w.canvas}</NavLink>
        <NavLink to={`${to}/script`}>{w.script}</NavLink>
      </nav>
    </header>
  );
}
