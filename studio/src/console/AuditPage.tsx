import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { address } from "../api/client";
import { useGet, usePages } from "../api/hooks";
import type { Entry } from "../api/types";
import { More } from "../parts/More";
import { Note, Refusal } from "../parts/Note";
import { Card, Empty, Head } from "../parts/Page";
import { Wait } from "../parts/Wait";
import { When } from "../parts/When";
import { words } from "../words";
import { Rows } from "./Cells";

const w = words.audit;

export function AuditPage() {
  const [typed, setTyped] = useState({ verb: "", subject_kind: "", actor: "" });
  const [query, setQuery] = useState(typed);
  const pages = usePages("/api/v1/journal", { query });
  const field = (name: keyof typeof typed) => ({
    label: w.filters[name],
    value: typed[name],
    onChange: (e: React.ChangeEvent<HTMLInputElement>) => setTyped({ ...typed, [name]: e.currentTarget.value }),
  });
  return (
    <>
      <Head title={w.title} text={w.text} acts={
        <Button component="a" variant="default" href={address("/api/v1/journal/export", { query })} download>{w.export}</Button>
      } />
      <div className="stack">
        <Verified />
        <form className="row" style={{ alignItems: "flex-end" }} onSubmit={e => { e.preventDefault(); setQuery(typed); }}>
          <TextInput {...field("verb")} placeholder="release.live" />
          <TextInput {...field("subject_kind")} placeholder="app" />
          <TextInput {...field("actor")} />
          <Button type="submit" variant="default">{w.filter}</Button>
        </form>
        <Card>
          <Wait query={pages} bones={8}>
            {({ items }) => items.length === 0 ? <Empty title={w.none} text={w.noneText} /> : (
              <Rows label={w.title} columns={[w.what, w.on, w.who, w.details, w.when]}>
                {items.map(it => <Row key={it.sequence} of={it} />)}
              </Rows>
            )}
          </Wait>
          <More pages={pages} />
        </Card>
      </div>
    </>
  );
}

function Row({ of }: { of: Entry }) {
  const data = Object.entries(of.data as Record<string, unknown>);
  return (
    <tr>
      <td className="mono small nowrap">{of.verb}</td>
      <td data-label={w.on}><span><span className="dim small">{of.subject.kind}</span> <span className="strong breaks">{of.subject.name}</span></span></td>
      <td data-label={w.who}>{of.actor.name} {of.actor.kind !== "person" && <span className="dim small">{of.actor.kind}</span>}</td>
      <td data-label={w.details} className="small dim breaks">{data.slice(0, 4).map(([name, value]) => `${name} ${typeof value === "object" ? JSON.stringify(value) : value}`).join(" · ")}</td>
      <td data-label={w.when}><When at={of.at} /></td>
    </tr>
  );
}

function Verified() {
  const [asked, setAsked] = useState(false);
  const found = useGet("/api/v1/journal/verification", {}, { enabled: asked });
  if (found.error) return <Refusal of={found.error} />;
  if (found.data)
    return found.data.broken
      ? <Note tone="failed" title={w.broken}>{w.brokenAt(found.data.broken.sequence, found.data.broken.fault)}</Note>
      : <Note tone="live" title={w.whole(found.data.entries)}>{w.wholeText}</Note>;
  return <Note title={w.sealed} act={<Button size="xs" variant="default" loading={found.isFetching} onClick={() => setAsked(true)}>{w.verify}</Button>}>{w.sealedText}</Note>;
}
