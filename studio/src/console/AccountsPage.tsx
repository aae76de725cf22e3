import { Button } from "@mantine/core";
import { useState } from "react";
import { call } from "../api/client";
import { useAct, useGet } from "../api/hooks";
import type { Account } from "../api/types";
import { Card, Empty, Head } from "../parts/Page";
import { Wait } from "../parts/Wait";
import { useMay } from "../shell/me";
import { words } from "../words";
import { Rows } from "./Cells";
import { useEnvironments } from "./names";
import { NewAccount } from "./NewAccount";
import { EditAccount } from "./EditAccount";
import { Removal } from "./Removal";
import { Edit } from "./Rename";
import { Tried } from "./Tried";

const w = words.accounts;

export function AccountsPage() {
  const all = useGet("/api/v1/accounts");
  const environments = useEnvironments();
  const may = useMay("developer");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Head title={w.title} text={w.text} acts={may && <Button onClick={() => setOpen(true)}>{w.add}</Button>} />
      <Card>
        <Wait query={all}>
          {({ items }) => items.length === 0 ? <Empty title={w.none} text={w.noneText} /> : (
            <Rows label={w.title} columns={[words.name, w.kind, words.environment, w.settings, ""]}>
              {items.map(it => <Row key={it.id} of={it} environment={environments.name(it.environment)} may={may} />)}
            </Rows>
          )}
        </Wait>
      </Card>
      {open && <NewAccount onClose={() => setOpen(false)} />}
    </>
  );
}

function Row({ of, environment, may }: { of: Account; environment: string; may: boolean }) {
  const path = { path: { account: of.id } };
  const test = useAct(() => call("post", "/api/v1/accounts/{account}/test", path));
  const [editing, setEditing] = useState(false);
  return (
    <tr>
      <td className="strong">{of.name}</td>
      <td data-label={w.kind}>{w.kinds[of.kind]}</td>
      <td data-label={words.environment}>{environment}</td>
      <td data-label={w.settings} className="dim small breaks">
        {of.settings.base_url ?? of.settings.host ?? of.settings.account_sid ?? w.onThisServer}
        <Tried of={test.data} problem={test.error} />
      </td>
      <td>
        {may && (
          <span className="row" style={{ flexWrap: "nowrap", justifyContent: "flex-end" }}>
            <Button variant="default" size="xs" loading={test.isPending} onClick={() => test.mutate(undefined)} aria-label={`${w.test} ${of.name}`}>{w.test}</Button>
            <Edit name={of.name} onClick={() => setEditing(true)} />
            <Removal name={of.name} text={w.removal} act={() => call("delete", "/api/v1/accounts/{account}", path)} />
            {editing && <EditAccount of={of} onClose={() => setEditing(false)} />}
          </span>
        )}
      </td>
    </tr>
  );
}
