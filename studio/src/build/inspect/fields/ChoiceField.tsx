import { SegmentedControl } from "@mantine/core";
import { Select } from "../../../parts/Select";
import { type FieldProps, idOf, labelFor, Row } from "../Row";
import { useValue } from "../useValue";
import { choiceOf } from "../words";

/** One of the values that the schema knows. What is the default anyway is left out of the document. */
export function ChoiceField(it: FieldProps) {
  const [value, , choose] = useValue<string>(it.path);
  const values = it.shape.enum ?? [];
  const usual = it.shape.default as string | undefined;
  const pick = (to: string | null) => choose(to === null || (to === usual && !it.required) ? undefined : to);
  const data = values.map(one => ({ value: one, label: choiceOf(one) }));
  const shown = value ?? usual ?? null;
  if (values.length <= 3 && values.join("").length <= 20 && shown !== null)
    return <Row of={it} labels={false}><SegmentedControl size="xs" fullWidth aria-label={labelFor(it)} data={data} value={shown} onChange={pick} /></Row>;
  return <Row of={it}><Select id={idOf(it.path)} data={data} value={shown} onChange={pick} placeholder="—" clearable={!it.required && usual === undefined} maxDropdownHeight={320} /></Row>;
}
