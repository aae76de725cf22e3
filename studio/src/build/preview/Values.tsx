import { Link } from "react-router";
import type { Part } from "./PreviewPhone";
import { words } from "./words";

const w = words.values;

/** What the journey keeps now, and where each channel stands. */
export function Values({ app, view }: Part) {
  const journey = view?.journey;
  const frames = Object.entries(journey?.frames ?? {});
  const rows = [
    ...Object.entries(journey?.contact ?? {}).filter(([, value]) => value !== "").map(([name, value]) => [`contact.${name}`, value] as const),
    ...Object.entries(journey?.variables ?? {}),
    ...frames.flatMap(([, stack]) => stack.flatMap(it => Object.entries(it.variables).map(([name, value]) => [`${it.flow}.${name}`, value] as const))),
  ];
  return (
    <div className="preview-values">
      {frames.length > 0 && (
        <p className="small">
          <span className="dim">{w.where}: </span>
          {frames.map(([channel, stack], at) => {
            const top = stack.at(-1);
            return top && <span key={channel}>{at > 0 && " · "}{channel} <Link to={`/apps/${encodeURIComponent(app)}/build/flows/${encodeURIComponent(top.flow)}?step=${encodeURIComponent(top.step)}&preview`}>{top.flow}/{top.step}</Link></span>;
          })}
        </p>
      )}
      {rows.length === 0 ? <div className="preview-none"><strong>{w.none}</strong></div> : (
        <table className="rows">
          <thead><tr><th>{w.name}</th><th>{w.value}</th></tr></thead>
          <tbody>{rows.map(([name, value]) => <tr key={name}><td><code>{name}</code></td><td className="breaks">{typeof value === "object" ? <pre className="mono small">{JSON.stringify(value, null, 2)}</pre> : String(value)}</td></tr>)}</tbody>
        </table>
      )}
    </div>
  );
}
