import { words } from "../../inspect/words";
import { list } from "../../steps/said";
import { Inline } from "../Inline";
import { usePage } from "../PageContext";
import { Shown, type ShownProps } from "../Shown";
import { AskedLabel, Help } from "./Asked";

const w = words.page;

/** The controls inside another one, or the place where the first one goes. */
function Inside({ of, path }: { of: unknown; path: string }) {
  const { page } = usePage();
  const here = path.slice(page.length + 1);
  const count = list(of).length;
  if (count === 0) return <p className="zone" data-zone={here}>{w.inside}</p>;
  return <>{Array.from({ length: count }, (_, at) => <Shown key={at} path={`${here}/controls/${at}`} />)}</>;
}

export const Container = ({ it, path, root }: ShownProps<"container">) => <div {...root} className={`columns columns-${it.columns ?? 2}`} data-across=""><Inside of={it.controls} path={path} /></div>;

export const Form = ({ it, path, root }: ShownProps<"form">) => (
  <fieldset {...root} className="form">
    <legend><Inline path={`${path}/label`} label={w.edit("Label", it.type)} /></legend>
    {it.help !== undefined && <p className="help"><Inline path={`${path}/help`} label={w.edit("Help", it.type)} /></p>}
    <Inside of={it.controls} path={path} />
  </fieldset>
);

/** With `in` it shows what is there; without, it asks for items. */
export function List({ it, path, root }: ShownProps<"list">) {
  if (it.in !== undefined)
    return (
      <div {...root} className="shown">
        <h2><Inline path={`${path}/label`} label={w.edit("Label", it.type)} /></h2>
        <p className="help">{String(it.as ?? "item")} ∈ <code>{String(it.in)}</code></p>
        <ul className="list"><li><Inside of={it.controls} path={path} /></li></ul>
      </div>
    );
  return (
    <fieldset {...root} className="field list">
      <legend><AskedLabel it={it} path={path} /></legend>
      <Help it={it} path={path} />
      <section className="item"><div className="head"><strong>{w.item(String(it.item_label ?? it.label ?? ""), 1)}</strong></div><Inside of={it.controls} path={path} /></section>
      <div className="button secondary add" inert>{it.add_label ?? w.addItem}</div>
    </fieldset>
  );
}
