import { Button } from "@mantine/core";
import { useState } from "react";
import { useGet } from "../api/hooks";
import type { Change, ChangesOf, SettingChange } from "../api/types";
import { Wait } from "../parts/Wait";
import { words } from "../words";

const w = words.changes;

/** What differs between two of an app's draft, versions and releases, side by side. */
export function Differences({ app, from, to }: { app: string; from: string; to: string }) {
  const found = useGet("/api/v1/apps/{app}/changes", { path: { app }, query: { from, to } });
  return <Wait query={found}>{it => <Sentences of={it} />}</Wait>;
}

/** The differences themselves; only the first `most` of them until somebody wants all. */
export function Sentences({ of: { summary, changes, settings }, most }: { of: ChangesOf; most?: number }) {
  const [all, setAll] = useState(most === undefined);
  const count = changes.length + settings.length;
  if (count === 0) return <p className="dim">{w.none}</p>;
  const shown = all ? changes : changes.slice(0, most);
  const rest = all ? settings : settings.slice(0, Math.max(0, (most ?? 0) - shown.length));
  const hidden = count - shown.length - rest.length;
  return (
    <div className="tight" style={{ gap: 12 }}>
      {summary && <p className="small dim">{summary}</p>}
      {shown.map((it, at) => <One key={at} of={it} />)}
      {rest.map((it, at) => <Setting key={at} of={it} />)}
      {hidden > 0 && <div><Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>{w.showAll(hidden)}</Button></div>}
    </div>
  );
}

/** The sentence up to what is quoted, where both sides stand below in full. */
const headline = (of: Change) => (of.before && of.after ? (of.text.split(' "')[0] ?? of.text) : of.text);

function One({ of }: { of: Change }) {
  return (
    <div>
      <div className="small"><strong>{headline(of)}</strong> <code className="dim breaks">{of.place}</code></div>
      <Sides before={of.before} after={of.after} />
    </div>
  );
}

function Setting({ of }: { of: SettingChange }) {
  return (
    <div>
      <div className="small"><span className="dim">{w.sorts[of.sort as keyof typeof w.sorts] ?? of.sort}</span> <strong>{of.name}</strong></div>
      <Sides before={of.before} after={of.after} />
    </div>
  );
}

function Sides({ before, after }: { before: string; after: string }) {
  if (!before && !after) return null;
  return (
    <div className="sides">
      <div className="before"><span className="dim small">{w.before} </span>{before || w.nothing}</div>
      <div className="after"><span className="dim small">{w.after} </span>{after || w.nothing}</div>
    </div>
  );
}
