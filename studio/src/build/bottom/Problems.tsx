import { Link } from "react-router";
import type { DraftProblem } from "../../api/types";
import { words as common } from "../../words";
import { placeOf } from "../places";
import { words } from "../words";

/** `flows/booking/steps/choose/text` as a person says it: `booking / choose · text`. */
export function where({ path }: { path: string }): string {
  const [kind, name, steps, step, ...field] = path.split("/");
  if (kind === "flows" && steps === "steps" && step) return `${name} / ${step}${field.length > 0 ? ` · ${field.join(" ")}` : ""}`;
  return [kind === "flows" || kind === "triggers" ? undefined : kind, name, steps, step, ...field].filter(Boolean).join(" / ");
}

/** Every problem with its place and its way out; a click leads there. */
export function Problems({ app, all }: { app: string; all: DraftProblem[] }) {
  if (all.length === 0) return <p className="dim small pad">{words.bottom.noProblems}</p>;
  return (
    <ul className="problems">
      {all.map((it, at) => (
        <li key={at}>
          <Link to={placeOf(app, it.path)}>
            <span className={`state ${it.severity === "error" ? "failed" : it.severity === "warning" ? "draft" : "past"}`}>{common.severities[it.severity as keyof typeof common.severities] ?? it.severity}</span>
            <span className="breaks"><strong>{where(it)}</strong> {it.text}<small>{it.way_out}</small></span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
