import { Button } from "@mantine/core";
import { useState } from "react";
import { call } from "../api/client";
import { useAct, useGet } from "../api/hooks";
import type { Notifier } from "../api/types";
import { Card, Empty, Head } from "../parts/Page";
import { type Look, State } from "../parts/State";
import { Wait } from "../parts/Wait";
import { useMay } from "../shell/me";
import { words } from "../words";
import { Rows } from "./Cells";
import { NewNotifier } from "./NewNotifier";
import { EditNotifier } from "./EditNotifier";
import { Removal } from "./Removal";
import { Edit } from "./Rename";
import { Tried } from "./Tried";

const w = words.notifiers;
const looks: Record<string, Look> = { well: "live", failing: "draft", shut: "failed" };

export function NotifiersPage() {
  const all = useGet("/api/v1/notifiers");
  const may = useMay("developer");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Head title={w.title} text={w.text} acts={may && <Button onClick={() => setOpen(true)}>{w.add}</Button>} />
      <Card>
        <Wait query={all}>
          {({ items }) => items.length === 0 ? (
            <Empty title={w.none} text={w.noneText}>{may && <Button onClick={() => setOpen(true)}>{w.add}</Button>}</Empty>
          ) : (
            <Rows label={w.title} columns={[words.name, w.kind, w.where, w.health, ""]}>
              {items.map(it => <Row key={it.id} of={it} may={may} />)}
            </Rows>
          )}
        </Wait>
      </Card>
      {open && <NewNotifier onClose={() => setOpen(false)} />}
    </>
  );
}

function Row({ of, may }: { of: Notifier; may: boolean }) {
  const path = { path: { notifier: of.id } };
  const test = useAct(() => call("post", "/api/v1/notifiers/{notifier}/test", path));
  const [editing, setEditing] = useState(false);
  return (
    <tr>
      <td className="strong">{of.name}</td>
      <td data-label={w.kind}>{w.kinds[of.kind]}</td>
      <td data-label={w.where} className="breaks">{of.url ?? of.recipients?.join(", ") ?? <span className="dim">{w.kept}</span>}</td>
      <td data-label={w.health}>
        <span>
          <State look={looks[of.health.state] ?? "past"}>{w.healths[of.health.state as keyof typeof w.healths] ?? of.health.state}</State>
          {of.health.error && <div className="small dim">{of.health.error}</div>}
          <Tried of={test.data} problem={test.error} />
        </span>
      </td>
      <td>
        {may && (
          <span className="row" style={{ flexWrap: "nowrap", justifyContent: "flex-end" }}>
            <Button variant="default" size="xs" loading={test.isPending} onClick={() => test.mutate(undefined)} aria-label={`${w.test} ${of.name}`}>{w.test}</Button>
            <Edit name={of.name} onClick={() => setEditing(true)} />
            <Removal name={of.name} text={w.removal} act={() => call("delete", "/api/v1/notifiers/{notifier}", path)} />
            {editing && <EditNotifier of={of} onClose={() => setEditing(false)} />}
          </span>
        )}
      </td>
    </tr>
  );
}
