import { Rows } from "../console/Cells";
import type { Statistics } from "../api/types";
import { Card } from "../parts/Page";
import { words } from "../words";

const w = words.activity.figures;

interface Share {
  key: string;
  name: string;
  counts: Statistics["total"];
}

/** What part of the journeys each has, and how they ended. */
export function Shares({ title, rows }: { title: string; rows: Share[] }) {
  const all = Math.max(1, rows.reduce((sum, it) => sum + it.counts.started, 0));
  return (
    <Card title={title}>
      <Rows label={title} columns={["", w.counts.started, w.counts.finished, w.counts.abandoned, w.counts.errors]}>
        {rows.map(it => (
          <tr key={it.key}>
            <td><span className="strong">{it.name}</span><span className="share" aria-hidden><span style={{ width: `${(it.counts.started / all) * 100}%` }} /></span></td>
            <td data-label={w.counts.started}>{it.counts.started.toLocaleString("en")}</td>
            <td data-label={w.counts.finished}>{it.counts.finished.toLocaleString("en")}</td>
            <td data-label={w.counts.abandoned}>{it.counts.abandoned.toLocaleString("en")}</td>
            <td data-label={w.counts.errors}>{it.counts.errors.toLocaleString("en")}</td>
          </tr>
        ))}
      </Rows>
    </Card>
  );
}
