import { ActionIcon, Autocomplete, Button } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { words } from "../words";

const w = words.people_;

/** Every place of a document where somebody can stand. */
export const standings = (document: Record<string, unknown> | undefined): string[] =>
  Object.entries((document?.flows ?? {}) as Record<string, { steps?: object }>).flatMap(([flow, it]) => Object.keys(it.steps ?? {}).map(step => `flows/${flow}/steps/${step}`));

interface Asked {
  /** Places that are gone: each wants another one, or those who stand there stay behind. */
  gone: string[];
  from: string[];
  to: string[];
  map: Record<string, string>;
  set: (map: Record<string, string>) => void;
}

/** Which place takes the place of which, for those who are moved. */
export function PlaceMap({ gone, from, to, map, set }: Asked) {
  const [place, setPlace] = useState("");
  const rows = [...new Set([...gone, ...Object.keys(map)])];
  const without = (key: string) => Object.fromEntries(Object.entries(map).filter(([it]) => it !== key));
  return (
    <div className="tight">
      {rows.map(it => (
        <div className="row" key={it} style={{ alignItems: "flex-end" }}>
          <Autocomplete className="grow" size="xs" label={w.insteadOf(it)} placeholder={w.places} data={to} value={map[it] ?? ""} onChange={value => set({ ...map, [it]: value })} limit={30} />
          {!gone.includes(it) && <ActionIcon variant="subtle" color="gray" size={30} aria-label={w.noPair(it)} onClick={() => set(without(it))}><IconX size={16} /></ActionIcon>}
        </div>
      ))}
      <div className="row" style={{ alignItems: "flex-end" }}>
        <Autocomplete className="grow" size="xs" label={w.another} placeholder={w.places} data={from.filter(it => !rows.includes(it))} value={place} onChange={setPlace} limit={30} />
        <Button size="xs" variant="default" disabled={!place.trim()} onClick={() => { set({ ...map, [place.trim()]: "" }); setPlace(""); }}>{w.addPair}</Button>
      </div>
    </div>
  );
}
