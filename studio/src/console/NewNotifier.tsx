import { PasswordInput, SegmentedControl, TextInput } from "@mantine/core";
import { useState } from "react";
import { call } from "../api/client";
import { useAct, useGet } from "../api/hooks";
import type { Notifier } from "../api/types";
import { Select } from "../parts/Select";
import { Sure } from "../parts/Sure";
import { words } from "../words";

const w = words.notifiers;
type Kind = Notifier["kind"];

export function NewNotifier({ onClose }: { onClose: () => void }) {
  const [kind, setKind] = useState<Kind>("slack");
  const [name, setName] = useState("");
  const [url, setUrl] = useState("");
  const [secret, setSecret] = useState("");
  const [recipients, setRecipients] = useState("");
  const [sender, setSender] = useState<string | null>(null);
  const resources = useGet("/api/v1/resources", { query: { limit: 200 } });
  const senders = resources.data?.items.filter(it => it.kind === "email_address") ?? [];
  const wish = {
    slack: { secret },
    webhook: { url, secret },
    email: { recipients: recipients.split(/[\s,;]+/).filter(Boolean), sender: sender ?? undefined },
  }[kind];
  const make = useAct(() => call("post", "/api/v1/notifiers", { body: { kind, name, ...wish } }), onClose);
  return (
    <Sure open title={w.add} act={w.add} busy={make.isPending} problem={make.error} onAct={() => make.mutate(undefined)} onClose={onClose}>
      <SegmentedControl aria-label={w.kind} fullWidth value={kind} onChange={it => setKind(it as Kind)} data={Object.entries(w.kinds).map(([value, label]) => ({ value, label }))} />
      <TextInput label={words.name} value={name} onChange={e => setName(e.currentTarget.value)} error={make.error?.at("name")} data-autofocus />
      {kind === "webhook" && <TextInput label={w.url} value={url} onChange={e => setUrl(e.currentTarget.value)} error={make.error?.at("url")} />}
      {kind === "email" && (
        <>
          <TextInput label={w.recipients} description={w.recipientsHow} value={recipients} onChange={e => setRecipients(e.currentTarget.value)} />
          <Select label={w.sender} value={sender} onChange={setSender} data={senders.map(it => ({ value: it.id, label: it.address }))} placeholder={senders.length ? undefined : w.noSender} />
        </>
      )}
      {kind !== "email" && <PasswordInput label={w.secrets[kind]} description={words.secretOnce} value={secret} onChange={e => setSecret(e.currentTarget.value)} error={make.error?.at("secret")} autoComplete="off" />}
    </Sure>
  );
}
