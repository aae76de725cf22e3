import { Button } from "@mantine/core";
import { useState } from "react";
import type { Profile } from "../api/types";
import { State } from "../parts/State";
import { SlotPicker } from "../settings/SlotPicker";
import { words } from "../words";

const w = words.publish;

/** Every slot with what it is bound to, changeable here. */
export function EntrancesPart({ app, of }: { app: string; of: Profile }) {
  const [open, setOpen] = useState<string>();
  if (of.slots.length === 0) return <p className="dim">{words.settings.noSlots}</p>;
  return (
    <div className="tight">
      <div className="chips">
        {of.slots.map(it => {
          const bound = it.resource ?? it.account;
          return (
            <span className="chip" key={it.name}>
              <span className="dim small">{it.name}</span>
              <span className="breaks">{it.address ?? (it.resource === "default" ? w.usual : "")}</span>
              <State look={bound ? "live" : "failed"}>{bound ? w.bound : w.unbound}</State>
              {it.kind !== "links" && <Button size="compact-xs" variant="subtle" aria-expanded={open === it.name} onClick={() => setOpen(open === it.name ? undefined : it.name)} aria-label={`${w.change} ${it.name}`}>{w.change}</Button>}
            </span>
          );
        })}
      </div>
      {of.slots.filter(it => it.name === open).map(it => <SlotPicker key={it.name} app={app} profile={of} slot={it} label={`${it.name}: ${it.needs}`} />)}
    </div>
  );
}
