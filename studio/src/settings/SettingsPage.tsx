import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { useGet } from "../api/hooks";
import type { Profile, Slot } from "../api/types";
import { useApp } from "../apps/useApp";
import { Note } from "../parts/Note";
import { Card } from "../parts/Page";
import { State } from "../parts/State";
import { Wait } from "../parts/Wait";
import { useMay } from "../shell/me";
import { words } from "../words";
import { NewProfile } from "./NewProfile";
import { ProfileForm } from "./ProfileForm";
import { Programs } from "./Programs";
import { SlotPicker } from "./SlotPicker";
import { useAskedFor } from "./useAskedFor";
import { ValueRow } from "./ValueRow";

const w = words.settings;

/** What each profile gives the app; customers get it by a publish only. */
export function SettingsPage() {
  const { name } = useApp();
  const asked = useParams().profile;
  const go = useNavigate();
  const may = useMay("developer");
  const [making, setMaking] = useState(false);
  const all = useGet("/api/v1/apps/{app}/profiles", { path: { app: name } });
  const to = (profile: string) => void go(`/apps/${name}/settings/${encodeURIComponent(profile)}`);
  return (
    <Wait query={all} bones={6}>
      {({ items }) => {
        const profile = items.find(it => it.name === asked) ?? items.find(it => it.name === "Production") ?? items[0];
        return profile && (
          <div className="stack">
            <div className="row">
              <NativeSelect aria-label={w.profile} value={profile.name} onChange={e => to(e.currentTarget.value)} data={items.map(it => it.name)} w={220} />
              {may && <Button variant="subtle" onClick={() => setMaking(true)}>{w.newProfile}</Button>}
            </div>
            <Lacks of={profile} />
            <div className="columns">
              <div className="stack">
                <Slots app={name} of={profile} />
                <Values app={name} of={profile} may={may} />
                {may && <Programs app={name} of={profile} />}
              </div>
              <ProfileForm key={profile.id + profile.revision} app={name} of={profile} may={may} />
            </div>
            {making && <NewProfile app={name} from={profile.name} onClose={() => setMaking(false)} onMade={to} />}
          </div>
        );
      }}
    </Wait>
  );
}

export const lacking = (of: Profile) => [
  ...of.slots.filter(it => !it.resource && !it.account).map(it => w.lacksSlot(it.name, it.needs)),
  ...of.values.filter(it => it.required && !it.set).map(it => w.lacksValue(it.name)),
];

function Lacks({ of }: { of: Profile }) {
  const [, setQuery] = useSearchParams();
  const lacks = lacking(of);
  const publish = <Button size="xs" variant="default" onClick={() => setQuery({ publish: of.name })}>{words.app.publishTo(of.name)}</Button>;
  if (lacks.length === 0) return <Note tone="live" title={w.ready} act={publish}>{w.readyText}</Note>;
  return <Note tone="draft" title={w.lacks(lacks.length)}><ul>{lacks.map(it => <li key={it}>{it}</li>)}</ul></Note>;
}

function Slots({ app, of }: { app: string; of: Profile }) {
  return (
    <Card title={w.slots}>
      {of.slots.length === 0 && <p className="pad dim">{w.noSlots}</p>}
      <ul className="list">
        {of.slots.map(it => <OneSlot key={it.name} app={app} of={of} it={it} />)}
      </ul>
    </Card>
  );
}

function OneSlot({ app, of, it }: { app: string; of: Profile; it: Slot }) {
  const here = useAskedFor("slot", it.name);
  return (
    <li ref={here} tabIndex={-1} className="row" style={{ alignItems: "flex-start" }}>
      <span style={{ flex: "1 1 180px" }}>
        <strong>{it.name}</strong>
        <div className="small dim">{w.needs} {it.needs}</div>
        <State look={it.resource || it.account ? "live" : "draft"}>{it.resource || it.account ? w.bound : w.open}</State>
      </span>
      <span style={{ flex: "1 1 240px" }}><SlotPicker app={app} profile={of} slot={it} /></span>
    </li>
  );
}

function Values({ app, of, may }: { app: string; of: Profile; may: boolean }) {
  if (of.values.length === 0) return null;
  return (
    <Card title={w.values}>
      <ul className="list">{of.values.map(it => <ValueRow key={it.name + of.revision} app={app} profile={of} of={it} may={may} />)}</ul>
    </Card>
  );
}
