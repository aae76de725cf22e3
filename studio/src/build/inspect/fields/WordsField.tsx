import { TagsInput } from "@mantine/core";
import { list } from "../../steps/said";
import { type FieldProps, idOf, labelFor, Row } from "../Row";
import { useValue } from "../useValue";
import { words } from "../words";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const NONE: string[] = [];

export function WordsField(it: FieldProps) {
  const [value, , choose] = useValue<string[]>(it.path);
  const shown = value === undefined ? NONE : list(value).map(String);
  const known = it.name === "weekdays" ? DAYS : (it.shape.items?.enum ?? NONE);
  return (
    <Row of={it} tall>
      <TagsInput
        id={idOf(it.path)} aria-label={labelFor(it)} data={known} value={shown} placeholder={shown.length ? undefined : words.list.words} acceptValueOnBlur splitChars={[","]}
        onChange={to => choose(to.length === 0 && !it.required ? undefined : to)}
      />
    </Row>
  );
}
