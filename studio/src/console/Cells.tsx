import type { ReactNode } from "react";

/** A table of things; on a phone each row folds into a block with its column's name before each value. */
export function Rows({ label, columns, children }: { label: string; columns: string[]; children: ReactNode }) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="rows folds">
        <thead>
          <tr>{columns.map((it, at) => (it ? <th key={at} scope="col">{it}</th> : <td key={at} />))}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
