import { type FieldProps, Row } from "../Row";
import { Source, useSource } from "./Source";

export function ExpressionField(it: FieldProps) {
  const source = useSource(it, "expression");
  const type = source.checked?.type;
  return (
    <Row of={it} tall labels={false} aside={type && <span className="fld-type">{type}</span>} without={source.told}>
      <Source of={it} source={source} kind="expression" />
    </Row>
  );
}
