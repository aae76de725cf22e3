import { PasswordInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { call } from "../api/client";
import { useAct } from "../api/hooks";
import type { Account } from "../api/types";
import { Select } from "../parts/Select";
import { Sure } from "../parts/Sure";
import { words } from "../words";
import { asked, CHOICES, type Field } from "./NewAccount";

const w = words.accounts;

/** An account's name, where it leads, and another secret; apps that use it go on with what is new at once. */
export function EditAccount({ of, onClose }: { of: Account; onClose: () => void }) {
  const [name, setName] = useState(of.name);
  const [settings, setSettings] = useState<Partial<Record<Field, string>>>(of.settings as Partial<Record<Field, string>>);
  const [secret, setSecret] = useState("");
  const fields = asked(of.kind, settings.auth ?? "none");
  const given = Object.fromEntries(fields.flatMap(it => (settings[it] ? [[it, settings[it]]] : [])));
  const change = useAct(
    () => call("patch", "/api/v1/accounts/{account}", { path: { account: of.id }, body: { name, ...(fields.length ? { settings: given } : {}), secret: secret || undefined } }),
    onClose,
  );
  const set = (field: Field, value: string | null) => setSettings(before => ({ ...before, [field]: value ?? "" }));
  return (
    <Sure open title={`${words.change} ${of.name}`} act={words.save} busy={change.isPending} problem={change.error} onAct={() => change.mutate(undefined)} onClose={onClose} off={!name.trim()}>
      <TextInput label={words.name} value={name} onChange={e => setName(e.currentTarget.value)} error={change.error?.at("name")} data-autofocus />
      {fields.map(it => CHOICES[it]
        ? <Select key={it} label={w.fields[it]} value={settings[it] ?? CHOICES[it][0]} onChange={value => set(it, value)} data={CHOICES[it]} />
        : <TextInput key={it} label={w.fields[it]} value={settings[it] ?? ""} onChange={e => set(it, e.currentTarget.value)} error={change.error?.at(it)} />)}
      {of.kind !== "simulator" && <PasswordInput label={w.secret} description={words.secretStays} value={secret} onChange={e => setSecret(e.currentTarget.value)} autoComplete="off" />}
    </Sure>
  );
}
