import { NumberInput } from "@mantine/core";
import { type FieldProps, idOf, Row } from "../Row";
import { useValue } from "../useValue";

export function NumberField(it: FieldProps) {
  const [value, type] = useValue<number>(it.path);
  const usual = it.shape.default as number | undefined;
  return (
    <Row of={it}>
      <NumberInput
        id={idOf(it.path)} value={value ?? ""} min={it.shape.minimum} max={it.shape.maximum} clampBehavior="blur" allowDecimal={it.shape.type !== "integer"} placeholder={usual === undefined ? "—" : String(usual)}
        onChange={to => type(typeof to === "number" ? to : undefined)}
      />
    </Row>
  );
}
