import { TextInput } from "@mantine/core";
import { Select } from "../../../parts/Select";
import { type FieldProps, idOf, labelFor, Row } from "../Row";
import { useValue } from "../useValue";
import { words } from "../words";

const w = words.duration;
const SIMPLE = /^(\d{1,8})([smhdw])$/;
const units = Object.entries(w.units).map(([value, label]) => ({ value, label }));

/** A length of time as a number and a unit: `15m`. One of several parts stays as it was written. */
export function DurationField(it: FieldProps) {
  const [value, type, choose] = useValue<string>(it.path);
  const parts = value === undefined ? ["", "", "m"] : SIMPLE.exec(value);
  const id = idOf(it.path);
  if (!parts) return <Row of={it}><TextInput id={id} value={value} onChange={event => type(event.currentTarget.value || undefined)} /></Row>;
  const [, amount = "", unit = "m"] = parts;
  return (
    <Row of={it}>
      <div className="duration">
        <TextInput id={id} value={amount} inputMode="numeric" placeholder="—" onChange={event => type(lengthOf(event.currentTarget.value, unit))} />
        <Select aria-label={`${labelFor(it)}: ${w.unit}`} data={units} value={unit} disabled={amount === ""} onChange={to => choose(lengthOf(amount, to ?? unit))} />
      </div>
    </Row>
  );
}

function lengthOf(amount: string, unit: string): string | undefined {
  const digits = amount.replace(/\D/g, "").slice(0, 6);
  return digits === "" ? undefined : `${Number(digits)}${unit}`;
}
