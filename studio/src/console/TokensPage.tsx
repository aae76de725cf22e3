import { Button, MultiSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { call } from "../api/client";
import { useAct, useGet, usePages } from "../api/hooks";
import type { Token } from "../api/types";
import { More } from "../parts/More";
import { Card, Empty, Head } from "../parts/Page";
import { Select } from "../parts/Select";
import { Sure } from "../parts/Sure";
import { Wait } from "../parts/Wait";
import { When } from "../parts/When";
import { words } from "../words";
import { Rows } from "./Cells";
import { Once } from "./Once";
import { Removal } from "./Removal";

const w = words.tokens;
const SCOPES = ["*", "apps:read", "apps:write", "releases:read", "releases:write", "journeys:read", "journeys:write", "resources:read", "resources:write",
  "accounts:read", "accounts:write", "notifiers:read", "notifiers:write", "alerts:read", "records:read", "records:write", "people:read", "people:write",
  "tokens:read", "tokens:write", "journal:read", "simulator:use"];
const DAYS = [30, 90, 365];

export function TokensPage() {
  const pages = usePages("/api/v1/tokens");
  const [query] = useSearchParams();
  const [open, setOpen] = useState(query.has("new"));
  const environments = useGet("/api/v1/environments");
  const [secret, setSecret] = useState<string>();
  const add = <Button onClick={() => setOpen(true)}>{w.add}</Button>;
  return (
    <>
      <Head title={w.title} text={w.text} acts={add} />
      <Card>
        <Wait query={pages}>
          {({ items }) => items.length === 0 ? <Empty title={w.none} text={w.noneText} /> : (
            <Rows label={w.title} columns={[words.name, w.role, w.scopes, words.environment, w.used, w.expires, ""]}>
              {items.map(it => <Row key={it.id} of={it} environment={environments.data?.items.find(each => each.id === it.environment)?.name} />)}
            </Rows>
          )}
        </Wait>
        <More pages={pages} />
      </Card>
      {open && <NewToken scope={query.get("scope")} environment={query.get("environment")} onClose={() => setOpen(false)} onMade={setSecret} />}
      {secret && <Once title={w.made} text={w.madeText} value={secret} onClose={() => setSecret(undefined)} />}
    </>
  );
}

function Row({ of, environment }: { of: Token; environment?: string }) {
  return (
    <tr>
      <td className="strong">{of.name}</td>
      <td data-label={w.role}>{words.roles[of.role]}</td>
      <td data-label={w.scopes} className="small mono breaks">{of.scopes.join(" ")}</td>
      <td data-label={words.environment}>{environment ?? <span className="dim">{words.everyEnvironment}</span>}</td>
      <td data-label={w.used}>{of.used_at ? <When at={of.used_at} /> : <span className="dim">{w.never}</span>}</td>
      <td data-label={w.expires}>{of.expires_at ? <When at={of.expires_at} /> : <span className="dim">{w.noEnd}</span>}</td>
      <td><Removal name={of.name} word={w.revoke} text={w.removal} act={() => call("delete", "/api/v1/tokens/{token}", { path: { token: of.id } })} /></td>
    </tr>
  );
}

/** So many days from now; none: without end. */
const after = (days: number) => (days > 0 ? new Date(Date.now() + days * 86_400_000).toISOString() : undefined);

interface NewTokenProps {
  /** What it may call, when somebody came here for that; only this can be held to an environment. */
  scope: string | null;
  environment: string | null;
  onClose: () => void;
  onMade: (secret: string) => void;
}

function NewToken({ scope, environment, onClose, onMade }: NewTokenProps) {
  const apps = useGet("/api/v1/apps");
  const environments = useGet("/api/v1/environments");
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<string[]>([scope ?? "apps:read"]);
  const [where, setWhere] = useState<string | null>(environment ?? "");
  const [role, setRole] = useState<string | null>("agent");
  const [days, setDays] = useState<string | null>("90");
  const ofApps = (apps.data?.items ?? []).map(it => `app:${it.name}`);
  const calls = [...new Set([...(scope ? [scope] : []), ...ofApps])];
  const make = useAct(
    () => call("post", "/api/v1/tokens", { body: { name, scopes, role, environment: where || undefined, expires_at: after(Number(days)) } }),
    made => {
      onClose();
      if (made) onMade(made.secret);
    },
  );
  return (
    <Sure open title={w.add} act={w.add} busy={make.isPending} problem={make.error} onAct={() => make.mutate(undefined)} onClose={onClose}>
      <TextInput label={words.name} description={w.nameHow} value={name} onChange={e => setName(e.currentTarget.value)} error={make.error?.at("name")} data-autofocus />
      <Select label={w.role} value={role} onChange={setRole} data={Object.entries(words.roles).map(([value, label]) => ({ value, label }))} />
      <MultiSelect label={w.scopes} description={w.scopesHow} value={scopes} onChange={setScopes} data={[{ group: w.ofServer, items: SCOPES }, { group: w.ofApps, items: calls }]} searchable size="sm" error={make.error?.at("scopes")} />
      <Select label={words.environment} description={w.environmentHow} value={where} onChange={setWhere} data={[{ value: "", label: words.everyEnvironment }, ...(environments.data?.items ?? []).map(it => ({ value: it.name, label: it.name }))]} error={make.error?.at("environment")} />
      <Select label={w.expires} value={days} onChange={setDays} data={[...DAYS.map(it => ({ value: String(it), label: w.inDays(it) })), { value: "0", label: w.noEnd }]} />
    </Sure>
  );
}
