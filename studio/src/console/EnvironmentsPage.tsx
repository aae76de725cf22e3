import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { call } from "../api/client";
import { useAct, useGet } from "../api/hooks";
import { Card, Head } from "../parts/Page";
import { Sure } from "../parts/Sure";
import { Wait } from "../parts/Wait";
import { useMay } from "../shell/me";
import { words } from "../words";
import { Rows } from "./Cells";

const w = words.environments;

export function EnvironmentsPage() {
  const all = useGet("/api/v1/environments");
  const resources = useGet("/api/v1/resources", { query: { limit: 200 } });
  const accounts = useGet("/api/v1/accounts");
  const may = useMay("admin");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Head title={w.title} text={w.text} acts={may && <Button onClick={() => setOpen(true)}>{w.add}</Button>} />
      <Card>
        <Wait query={all}>
          {({ items }) => (
            <Rows label={w.title} columns={[words.name, words.nav.resources, words.nav.accounts]}>
              {items.map(it => (
                <tr key={it.id}>
                  <td className="strong">{it.name}</td>
                  <td data-label={words.nav.resources}>{resources.data?.items.filter(r => r.environment === it.id).length ?? "–"}</td>
                  <td data-label={words.nav.accounts}>{accounts.data?.items.filter(a => a.environment === it.id).length ?? "–"}</td>
                </tr>
              ))}
            </Rows>
          )}
        </Wait>
      </Card>
      {open && <NewEnvironment onClose={() => setOpen(false)} />}
    </>
  );
}

function NewEnvironment({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState("");
  const make = useAct(() => call("post", "/api/v1/environments", { body: { name } }), onClose);
  return (
    <Sure open title={w.add} act={w.add} busy={make.isPending} problem={make.error} onAct={() => make.mutate(undefined)} onClose={onClose}>
      <TextInput label={words.name} value={name} onChange={e => setName(e.currentTarget.value)} required data-autofocus />
    </Sure>
  );
}
