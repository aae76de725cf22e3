import { Fields } from "../Fields";
import { type FieldProps, labelFor, Row } from "../Row";

/** Fields that belong together under one name: the body of a request, the contact of a journey. */
export function GroupField(it: FieldProps) {
  return (
    <Row of={it} tall labels={false} exact>
      <div className="group" role="group" aria-label={labelFor(it)}><Fields shape={it.shape} path={it.path} main={Object.keys(it.shape.properties ?? {})} /></div>
    </Row>
  );
}
