import { Link } from "react-router";
import { buildOf, placeOf } from "../places";
import { useSame } from "../useEditor";
import { words } from "../words";
import { type Use, variables } from "./uses";

const w = words.bottom;
const MOST = 4;

/** What the app remembers, where it is set and where it is read. */
export function Variables({ app }: { app: string }) {
  const all = useSame(variables);
  return (
    <div className="variables">
      {all.length === 0 ? <p className="dim small pad">{w.noVariables}. {w.noVariablesText}</p> : (
        <div className="scroll" tabIndex={0} role="region" aria-label={w.variables}>
          <table className="rows folds">
            <thead><tr>{[w.name, w.type, w.set, w.read].map(it => <th key={it} scope="col">{it}</th>)}</tr></thead>
            <tbody>
              {all.map(it => (
                <tr key={`${it.flow ?? ""}/${it.name}`}>
                  <td><code>{it.name}</code> {it.flow && <span className="dim small">{w.of(it.flow)}</span>}</td>
                  <td data-label={w.type} className="dim">{it.type}</td>
                  <td data-label={w.set}><Places app={app} of={it.set} /></td>
                  <td data-label={w.read}><Places app={app} of={it.read} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="pad small"><Link to={`${buildOf(app)}/variables`}>{w.all}</Link></p>
    </div>
  );
}

function Places({ app, of }: { app: string; of: Use[] }) {
  if (of.length === 0) return <span className="dim small">{w.never}</span>;
  return (
    <span className="small wraps">
      {of.slice(0, MOST).map(it => <Link key={it.path} to={placeOf(app, it.path)}>{it.label}</Link>)}
      {of.length > MOST && <span className="dim">{w.more(of.length - MOST)}</span>}
    </span>
  );
}
