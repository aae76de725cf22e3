import { Checkbox, PasswordInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { call } from "../api/client";
import { useAct } from "../api/hooks";
import type { Notifier } from "../api/types";
import { Sure } from "../parts/Sure";
import { words } from "../words";

const w = words.notifiers;

/** A notifier's name, where it leads, and what else it is told. Changing it opens one that was given up. */
export function EditNotifier({ of, onClose }: { of: Notifier; onClose: () => void }) {
  const [name, setName] = useState(of.name);
  const [url, setUrl] = useState(of.url ?? "");
  const [recipients, setRecipients] = useState(of.recipients?.join(", ") ?? "");
  const [receives, setReceives] = useState<string[]>(of.receives ?? []);
  const [secret, setSecret] = useState("");
  const wish = {
    slack: {},
    webhook: { url },
    email: { recipients: recipients.split(/[\s,;]+/).filter(Boolean) },
  }[of.kind];
  const change = useAct(() => call("patch", "/api/v1/notifiers/{notifier}", { path: { notifier: of.id }, body: { name, receives, ...wish, secret: secret || undefined } }), onClose);
  return (
    <Sure open title={`${words.change} ${of.name}`} act={words.save} busy={change.isPending} problem={change.error} onAct={() => change.mutate(undefined)} onClose={onClose} off={!name.trim()}>
      <TextInput label={words.name} value={name} onChange={e => setName(e.currentTarget.value)} error={change.error?.at("name")} data-autofocus />
      {of.kind === "webhook" && <TextInput label={w.url} value={url} onChange={e => setUrl(e.currentTarget.value)} error={change.error?.at("url")} />}
      {of.kind === "email" && <TextInput label={w.recipients} description={w.recipientsHow} value={recipients} onChange={e => setRecipients(e.currentTarget.value)} />}
      <Checkbox.Group label={w.receives} description={w.receivesHow} value={receives} onChange={setReceives}>
        <div className="tight" style={{ marginTop: 6 }}>{Object.entries(w.news).map(([value, label]) => <Checkbox key={value} value={value} label={label} />)}</div>
      </Checkbox.Group>
      {of.kind !== "email" && <PasswordInput label={w.secrets[of.kind]} description={words.secretStays} value={secret} onChange={e => setSecret(e.currentTarget.value)} error={change.error?.at("secret")} autoComplete="off" />}
    </Sure>
  );
}
