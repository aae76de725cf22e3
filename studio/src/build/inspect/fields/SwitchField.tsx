import { Switch } from "@mantine/core";
import { type FieldProps, idOf, Row } from "../Row";
import { useValue } from "../useValue";

export function SwitchField(it: FieldProps) {
  const [value, , choose] = useValue<boolean>(it.path);
  const usual = it.shape.default === true;
  return (
    <Row of={it}>
      <Switch id={idOf(it.path)} size="sm" checked={value ?? usual} onChange={event => choose(event.currentTarget.checked === usual ? undefined : event.currentTarget.checked)} />
    </Row>
  );
}
