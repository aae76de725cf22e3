import { Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import { call } from "../api/client";
import { useAct, useGet } from "../api/hooks";
import type { Resource } from "../api/types";
import { Note } from "../parts/Note";
import { Select } from "../parts/Select";
import { Sure } from "../parts/Sure";
import { words } from "../words";
import { useEnvironments } from "./names";

const w = words.resources;
const KINDS = ["phone_number", "route", "email_address"] as const;
type Kind = (typeof KINDS)[number];

interface Asked {
  onClose: () => void;
  /** Where it is made for a slot: of this kind, in this environment. */
  kind?: Kind;
  environment?: string;
  onMade?: (made: Resource) => void;
}

/** A number, a route or an email address, for an app or for later. */
export function NewResource({ onClose, kind: wanted, environment: within, onMade }: Asked) {
  const environments = useEnvironments();
  const [kind, setKind] = useState<Kind>(wanted ?? "phone_number");
  const [environment, setEnvironment] = useState(within ?? "Development");
  const [account, setAccount] = useState<string | null>(null);
  const [written, setWritten] = useState("");
  const [can, setCan] = useState<string[]>(["text", "voice"]);
  const accounts = useGet("/api/v1/accounts", { query: { environment } });
  const fits = (accounts.data?.items ?? []).filter(it => (kind === "email_address" ? it.kind === "smtp" : it.kind === "simulator" || it.kind === "twilio"));
  const by = fits.find(it => it.id === account) ?? fits[0];
  const make = useAct(
    () => call("post", "/api/v1/resources", { body: body(kind, { environment, account: by?.id, written, can }) }),
    made => {
      if (made) onMade?.(made);
      onClose();
    },
  );
  return (
    <Sure open title={w.add} act={w.addKind[kind]} busy={make.isPending} problem={make.error} onAct={() => make.mutate(undefined)} onClose={onClose} off={kind !== "route" && !by}>
      {!wanted && <Select label={w.kind} value={kind} onChange={it => setKind(it as Kind)} data={KINDS.map(it => ({ value: it, label: w.kinds[it] }))} />}
      {!within && <Select label={words.environment} value={environment} onChange={it => setEnvironment(it ?? "")} data={environments.choices} />}
      {kind !== "route" && (by
        ? <Select label={w.account} value={by.id} onChange={setAccount} data={fits.map(it => ({ value: it.id, label: it.name }))} />
        : accounts.data && <Note tone="draft">{w.noAccount[kind]}</Note>)}
      <TextInput label={w.written[kind]} description={by?.kind === "simulator" && kind === "phone_number" ? w.simulated : undefined} value={written} onChange={e => setWritten(e.currentTarget.value)} data-autofocus />
      {kind === "phone_number" && (
        <Checkbox.Group label={w.capabilities} value={can} onChange={setCan}>
          <div className="row" style={{ marginTop: 6 }}>
            <Checkbox value="text" label={w.can.text} />
            <Checkbox value="voice" label={w.can.voice} />
          </div>
        </Checkbox.Group>
      )}
    </Sure>
  );
}

function body(kind: Kind, it: { environment: string; account?: string; written: string; can: string[] }) {
  switch (kind) {
    case "phone_number":
      return { kind, account: it.account, number: it.written || undefined, capabilities: it.can };
    case "route":
      return { kind, environment: it.environment, key: it.written };
    case "email_address":
      return { kind, account: it.account, address: it.written };
  }
}
