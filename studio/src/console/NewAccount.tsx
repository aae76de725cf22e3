import { PasswordInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { call } from "../api/client";
import { useAct } from "../api/hooks";
import type { Account } from "../api/types";
import { Select } from "../parts/Select";
import { Sure } from "../parts/Sure";
import { words } from "../words";
import { useEnvironments } from "./names";

const w = words.accounts;
type Kind = Account["kind"];
export type Field = keyof typeof w.fields;

/** What each kind is asked for; the server knows what is right. */
const FIELDS: Record<Kind, Field[]> = {
  http: ["base_url", "auth", "user", "header", "token_url", "client_id", "scopes"],
  smtp: ["host", "port", "security", "user"],
  twilio: ["account_sid"],
  simulator: [],
};
export const CHOICES: Partial<Record<Field, string[]>> = { auth: ["none", "basic", "bearer", "header", "oauth"], security: ["starttls", "tls", "none"] };
const ONLY: Partial<Record<Field, string[]>> = { header: ["header"], token_url: ["oauth"], client_id: ["oauth"], scopes: ["oauth"] };

export const asked = (kind: Kind, auth: string) =>
  FIELDS[kind].filter(it => (kind === "http" && it === "user" ? auth === "basic" : (ONLY[it]?.includes(auth) ?? true)));

interface Asked {
  onClose: () => void;
  kind?: Kind;
  environment?: string;
  onMade?: (made: Account) => void;
}

export function NewAccount({ onClose, kind: wanted, environment: within, onMade }: Asked) {
  const environments = useEnvironments();
  const [kind, setKind] = useState<Kind>(wanted ?? "http");
  const [environment, setEnvironment] = useState(within ?? "Development");
  const [name, setName] = useState("");
  const [settings, setSettings] = useState<Partial<Record<Field, string>>>({});
  const [secret, setSecret] = useState("");
  const auth = settings.auth ?? "none";
  const fields = asked(kind, auth);
  const given = Object.fromEntries(fields.flatMap(it => (settings[it] ? [[it, settings[it]]] : [])));
  const secretNeeded = kind === "twilio" || kind === "smtp" || (kind === "http" && auth !== "none");
  const make = useAct(
    () => call("post", "/api/v1/accounts", { body: { kind, environment, name, settings: given, secret: secretNeeded && secret ? secret : undefined } }),
    made => {
      if (made) onMade?.(made);
      onClose();
    },
  );
  const set = (field: Field, value: string | null) => setSettings(before => ({ ...before, [field]: value ?? "" }));
  return (
    <Sure open title={w.add} act={w.add} busy={make.isPending} problem={make.error} onAct={() => make.mutate(undefined)} onClose={onClose}>
      {!wanted && <Select label={w.kind} value={kind} onChange={it => setKind(it as Kind)} data={Object.entries(w.kinds).map(([value, label]) => ({ value, label }))} />}
      {!within && <Select label={words.environment} value={environment} onChange={it => setEnvironment(it ?? "")} data={environments.choices} />}
      <TextInput label={words.name} value={name} onChange={e => setName(e.currentTarget.value)} error={make.error?.at("name")} data-autofocus />
      {fields.map(it => CHOICES[it]
        ? <Select key={it} label={w.fields[it]} value={settings[it] ?? CHOICES[it][0]} onChange={value => set(it, value)} data={CHOICES[it]} />
        : <TextInput key={it} label={w.fields[it]} value={settings[it] ?? ""} onChange={e => set(it, e.currentTarget.value)} error={make.error?.at(it)} />)}
      {secretNeeded && <PasswordInput label={w.secret} description={words.secretOnce} value={secret} onChange={e => setSecret(e.currentTarget.value)} autoComplete="off" />}
    </Sure>
  );
}
