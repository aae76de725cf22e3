import { words } from "../../inspect/words";
import type { ShownProps } from "../Shown";
import { FieldOf, GroupOf } from "./Asked";

const w = words.page;
const TYPES: Record<string, string> = { email: "email", phone: "tel", date: "date", time: "time" };

function symbol(currency: string): string {
  try {
    return new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay: "narrowSymbol" }).formatToParts(0).find(it => it.type === "currency")?.value ?? currency;
  } catch {
    return currency;
  }
}

type Lines = "text_field" | "number" | "money" | "date" | "time" | "email" | "phone";

export function Line(of: ShownProps<Lines>) {
  const { it } = of;
  return (
    <FieldOf {...of}>
      <span className="box" inert>
        {it.type === "money" && <span className="before">{symbol(it.currency)}</span>}
        <input readOnly type={TYPES[it.type] ?? "text"} placeholder={it.type === "text_field" ? it.placeholder : undefined} />
        {it.type === "number" && it.unit && <span className="after">{it.unit}</span>}
      </span>
    </FieldOf>
  );
}

export const LongText = (of: ShownProps<"long_text">) => <FieldOf {...of}><div inert><textarea readOnly rows={of.it.rows ?? 4} placeholder={of.it.placeholder} /></div></FieldOf>;

const Part = ({ label }: { label: string }) => <div className="field"><label>{label}</label><span className="box"><input readOnly /></span></div>;

export const Address = (of: ShownProps<"address">) => (
  <GroupOf {...of}>
    <div inert>
      <Part label={w.address.street} />
      <div className="columns columns-2 address-gap"><Part label={w.address.postal_code} /><Part label={w.address.city} /></div>
      <div className="address-gap"><Part label={w.address.country} /></div>
    </div>
  </GroupOf>
);

export function File(of: ShownProps<"file">) {
  const several = (of.it.most ?? 1) > 1;
  return (
    <GroupOf {...of}>
      <p className="help">{w.limit(of.it.max_mb ?? 10, several)}</p>
      <div className="pickers" inert>
        <span className="picker"><svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="M12 16V5M7.5 9.5L12 5l4.5 4.5M5 19h14" /></svg><span>{several ? w.files : w.file}</span></span>
      </div>
    </GroupOf>
  );
}

export const Signature = (of: ShownProps<"signature">) => (
  <GroupOf {...of} required={of.it.required ?? true}>
    <div inert>
      <label className="sub">{w.sign}</label>
      <span className="box signed"><input readOnly /></span>
      <div className="pad"><p className="sub">{w.draw}</p><canvas /></div>
    </div>
  </GroupOf>
);
