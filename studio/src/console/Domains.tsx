import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { call } from "../api/client";
import { useAct, usePages } from "../api/hooks";
import type { Domain } from "../api/types";
import { Copy } from "../parts/Copy";
import { More } from "../parts/More";
import { Refusal } from "../parts/Note";
import { Card, Empty } from "../parts/Page";
import { Select } from "../parts/Select";
import { type Look, State } from "../parts/State";
import { Sure } from "../parts/Sure";
import { Wait } from "../parts/Wait";
import { When } from "../parts/When";
import { words } from "../words";
import { Rows } from "./Cells";
import { useEnvironments } from "./names";
import { Removal } from "./Removal";

const w = words.domains;
const LOOKS: Record<string, Look> = { verified: "live", awaiting_dns: "draft", failed: "failed" };

/** Domains of one's own: how far each is, why, and what is still to be set where its names are kept. */
export function Domains({ may }: { may: boolean }) {
  const pages = usePages("/api/v1/domains");
  const environments = useEnvironments();
  const [open, setOpen] = useState(false);
  return (
    <Card title={w.title} acts={may && <Button size="xs" variant="default" onClick={() => setOpen(true)}>{w.add}</Button>}>
      <Wait query={pages} bones={2}>
        {({ items }) => items.length === 0 ? <Empty title={w.none} text={w.noneText} /> : (
          <ul className="list">{items.map(it => <One key={it.id} of={it} environment={environments.name(it.environment)} may={may} />)}</ul>
        )}
      </Wait>
      <More pages={pages} />
      {open && <NewDomain onClose={() => setOpen(false)} />}
    </Card>
  );
}

function One({ of, environment, may }: { of: Domain; environment: string; may: boolean }) {
  const path = { domain: of.id };
  const look = useAct(() => call("post", "/api/v1/domains/{domain}/verify", { path }));
  return (
    <li className="tight">
      <div className="row">
        <span className="strong breaks">{of.shown}</span>
        <State look={LOOKS[of.state] ?? "draft"}>{w.states[of.state as keyof typeof w.states] ?? of.state}</State>
        <span className="dim small">{environment}</span>
        <span className="grow" />
        {may && <Button size="xs" variant="default" loading={look.isPending} onClick={() => look.mutate(undefined)} aria-label={`${w.verify} ${of.shown}`}>{w.verify}</Button>}
        {may && <Removal name={of.shown} text={w.removal} act={() => call("delete", "/api/v1/domains/{domain}", { path })} />}
      </div>
      {of.reason && <p className="small">{of.reason}</p>}
      <p className="small dim">
        {w.certificate}: {w.certificates[of.certificate.state as keyof typeof w.certificates] ?? of.certificate.state}{of.certificate.until && <> · <When at={of.certificate.until} /></>} · {w.reach}: {of.reach.why ?? w.reaches[of.reach.state as keyof typeof w.reaches] ?? of.reach.state}
        {of.looked_at && <> · {w.looked} <When at={of.looked_at} /></>}
      </p>
      {of.records.length > 0 && (
        <Rows label={w.records(of.shown)} columns={[w.type, w.name, w.value, w.found, ""]}>
          {of.records.map(it => (
            <tr key={it.type + it.name}>
              <td data-label={w.type}><code>{it.type}</code></td>
              <td data-label={w.name}><span className="row" style={{ gap: 4 }}><code className="breaks">{it.name}</code><Copy value={it.name} /></span></td>
              <td data-label={w.value}><span className="row" style={{ gap: 4 }}><code className="breaks">{it.value}</code><Copy value={it.value} /></span></td>
              <td data-label={w.found} className="small breaks">{it.found.join(", ") || w.nothing}</td>
              <td><State look={it.good ? "live" : "draft"}>{it.good ? w.good : w.missing}</State></td>
            </tr>
          ))}
        </Rows>
      )}
      <Refusal of={look.error} />
    </li>
  );
}

function NewDomain({ onClose }: { onClose: () => void }) {
  const environments = useEnvironments();
  const [environment, setEnvironment] = useState("Production");
  const [host, setHost] = useState("");
  const make = useAct(() => call("post", "/api/v1/domains", { body: { host: host.trim(), environment } }), onClose);
  return (
    <Sure open title={w.add} act={w.add} busy={make.isPending} problem={make.error} onAct={() => make.mutate(undefined)} onClose={onClose} off={!host.trim()}>
      <TextInput label={w.host} placeholder="go.example.com" description={w.hostHow} value={host} onChange={e => setHost(e.currentTarget.value)} error={make.error?.at("host")} data-autofocus />
      <Select label={words.environment} value={environment} onChange={it => setEnvironment(it ?? "")} data={environments.choices} />
    </Sure>
  );
}
