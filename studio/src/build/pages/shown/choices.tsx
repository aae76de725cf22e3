import { list } from "../../steps/said";
import { words } from "../../inspect/words";
import { Inline } from "../Inline";
import type { ShownProps } from "../Shown";
import { AskedLabel, GroupOf, FieldOf, Help } from "./Asked";

const w = words.page;
interface Option { value: string; label?: string; help?: string }

function OptionWords({ option, path }: { option: Option; path: string }) {
  return (
    <span>
      {option.label === undefined ? option.value : <Inline path={`${path}/label`} label={w.edit("Option", option.value)} />}
      {option.help !== undefined && <small><Inline path={`${path}/help`} label={w.edit("Help", option.value)} /></small>}
    </span>
  );
}

export function Choice(of: ShownProps<"choice" | "choices">) {
  const { it, path } = of;
  const options = list(it.options) as Option[];
  const look = it.type === "choice" ? (it.look ?? "radio") : "boxes";
  const from = it.options_from !== undefined && <p className="help">{w.options} <code>{String(it.options_from)}</code></p>;
  if (look === "select") return <FieldOf {...of}><span className="box select" inert><select><option>{w.choose}</option></select></span>{from}</FieldOf>;
  const short = options.every(option => (option.label ?? option.value).length <= 7 && !option.help);
  const one = options.map((option, at) => (
    <div key={at} className={look === "cards" ? "card" : "pick"}><input type={look === "boxes" ? "checkbox" : "radio"} inert readOnly /><OptionWords option={option} path={`${path}/options/${at}`} /></div>
  ));
  return <GroupOf {...of}>{look === "cards" ? <div className={`cards ${short ? "short" : ""}`}>{one}</div> : one}{from}</GroupOf>;
}

export const Checkbox = ({ it, path, root }: ShownProps<"checkbox">) => (
  <div {...root} className="field checkbox">
    <div className="pick"><input type="checkbox" inert readOnly /><span><AskedLabel it={it} path={path} /></span></div>
    <Help it={it} path={path} />
  </div>
);

export const Consent = ({ it, path, root }: ShownProps<"consent">) => (
  <div {...root} className="field consent">
    <div className="statement prose"><Inline path={`${path}/statement`} label={w.edit("Statement", it.type)} long /></div>
    <div className="pick"><input type="checkbox" inert readOnly /><span><AskedLabel it={it} path={path} required={it.required ?? true} /></span></div>
  </div>
);

const STAR = "M12 2.800l2.850 5.900 6.450.900-4.700 4.500 1.150 6.400L12 17.400l-5.750 3.100 1.150-6.400-4.700-4.500 6.450-.900z";

export function Rating(of: ShownProps<"rating">) {
  const { it, path } = of;
  const most = it.most ?? 5;
  const scores = Array.from({ length: Math.max(2, Math.min(10, most)) }, (_, at) => at + 1);
  return (
    <GroupOf {...of}>
      {most > 5
        ? <div className="scores" inert>{scores.map(score => <span key={score} className="score"><span>{score}</span></span>)}</div>
        : <div className="stars" inert>{scores.map(score => <span key={score} className="star"><svg viewBox="0 0 24 24" width="40" height="40" aria-hidden="true"><path d={STAR} /></svg></span>)}</div>}
      {(it.low !== undefined || it.high !== undefined) && <p className="ends"><Inline path={`${path}/low`} label={w.edit("Least", it.type)} /><Inline path={`${path}/high`} label={w.edit("Best", it.type)} /></p>}
    </GroupOf>
  );
}
