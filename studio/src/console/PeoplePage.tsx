import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { call } from "../api/client";
import { useAct, usePages } from "../api/hooks";
import type { Person, Role } from "../api/types";
import { More } from "../parts/More";
import { Card, Head } from "../parts/Page";
import { Refusal } from "../parts/Note";
import { Select } from "../parts/Select";
import { Sure } from "../parts/Sure";
import { Wait } from "../parts/Wait";
import { When } from "../parts/When";
import { useMay, useMe } from "../shell/me";
import { words } from "../words";
import { Rows } from "./Cells";
import { Once } from "./Once";
import { Removal } from "./Removal";

const w = words.people;
const ROLES = Object.entries(words.roles).map(([value, label]) => ({ value, label }));
const whole = (path: string) => new URL(path, window.location.origin).href;

export function PeoplePage() {
  const pages = usePages("/api/v1/people");
  const may = useMay("admin");
  const [open, setOpen] = useState(false);
  const [link, setLink] = useState<string>();
  return (
    <>
      <Head title={w.title} text={w.text} acts={may && <Button onClick={() => setOpen(true)}>{w.add}</Button>} />
      <Card>
        <Wait query={pages}>
          {({ items }) => (
            <Rows label={w.title} columns={[words.name, w.email, w.role, w.seen, ""]}>
              {items.map(it => <Row key={it.id} of={it} may={may} onLink={setLink} />)}
            </Rows>
          )}
        </Wait>
        <More pages={pages} />
      </Card>
      {open && <Invitation onClose={() => setOpen(false)} onLink={setLink} />}
      {link && <Once title={w.link} text={w.linkText} value={link} onClose={() => setLink(undefined)} />}
    </>
  );
}

function Row({ of, may, onLink }: { of: Person; may: boolean; onLink: (link: string) => void }) {
  const me = useMe();
  const path = { path: { person: of.id } };
  const change = useAct((role: Role) => call("patch", "/api/v1/people/{person}", { ...path, body: { role } }));
  const link = useAct(() => call("post", "/api/v1/people/{person}/sign-in-link", path), made => made && onLink(whole(made.path)));
  const mine = me.data?.id === of.id;
  return (
    <tr>
      <td className="strong">{of.name}{mine && <span className="dim"> · {w.you}</span>}</td>
      <td data-label={w.email} className="breaks">{of.email ?? "–"}</td>
      <td data-label={w.role}>
        {may && !mine
          ? <Select aria-label={`${w.role} ${of.name}`} size="xs" w={130} value={of.role} data={ROLES} onChange={it => it && change.mutate(it as Role)} />
          : words.roles[of.role]}
        <Refusal of={change.error ?? link.error} />
      </td>
      <td data-label={w.seen}>{of.signed_in_at ? <When at={of.signed_in_at} /> : <span className="dim">{w.never}</span>}</td>
      <td>
        {may && (
          <span className="row" style={{ flexWrap: "nowrap", justifyContent: "flex-end" }}>
            <Button variant="default" size="xs" loading={link.isPending} onClick={() => link.mutate(undefined)} aria-label={`${w.newLink} ${of.name}`}>{w.newLink}</Button>
            {!mine && <Removal name={of.name} text={w.removal} act={() => call("delete", "/api/v1/people/{person}", path)} />}
          </span>
        )}
      </td>
    </tr>
  );
}

function Invitation({ onClose, onLink }: { onClose: () => void; onLink: (link: string) => void }) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<string | null>("developer");
  const invite = useAct(
    () => call("post", "/api/v1/people", { body: { name, email: email || undefined, role } }),
    made => {
      onClose();
      if (made) onLink(whole(made.sign_in_link.path));
    },
  );
  return (
    <Sure open title={w.add} act={w.add} busy={invite.isPending} problem={invite.error} onAct={() => invite.mutate(undefined)} onClose={onClose}>
      <TextInput label={words.name} value={name} onChange={e => setName(e.currentTarget.value)} error={invite.error?.at("name")} data-autofocus />
      <TextInput label={w.email} value={email} onChange={e => setEmail(e.currentTarget.value)} error={invite.error?.at("email")} />
      <Select label={w.role} description={role ? w.rolesText[role as Role] : undefined} value={role} onChange={setRole} data={ROLES} />
    </Sure>
  );
}
