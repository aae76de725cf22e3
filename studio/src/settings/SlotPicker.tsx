import { type KeyboardEvent, useState } from "react";
import { call } from "../api/client";
import { useAct, useGet } from "../api/hooks";
import type { Profile, Slot } from "../api/types";
import { late } from "../parts/late";
import { Refusal } from "../parts/Note";
import { Select } from "../parts/Select";
import { words } from "../words";

const w = words.settings;
const NewResource = late(() => import("../console/NewResource").then(it => it.NewResource));
const NewAccount = late(() => import("../console/NewAccount").then(it => it.NewAccount));
const KINDS = { text: "phone_number", voice: "phone_number", web: "route", email: "email_address" } as const;
const NEW = "\u0000new";

/** What a slot of a profile is bound to; bound anew as soon as another is chosen. */
export function SlotPicker({ app, profile, slot, label }: { app: string; profile: Profile; slot: Slot; label?: string }) {
  const environment = profile.environment.name;
  const resources = useGet("/api/v1/resources", { query: { environment, limit: 200 } });
  const accounts = useGet("/api/v1/accounts", { query: { environment } });
  const [making, setMaking] = useState(false);
  const path = { app, profile: profile.name, slot: slot.name };
  const bind = useAct((to: string) =>
    to === ""
      ? call("delete", "/api/v1/apps/{app}/profiles/{profile}/bindings/{slot}", { path, seen: profile.revision })
      : call("put", "/api/v1/apps/{app}/profiles/{profile}/bindings/{slot}", { path, seen: profile.revision, body: slot.kind === "connection" ? { account: to } : { resource: to } }),
  );
  const fits =
    slot.kind === "connection"
      ? (accounts.data?.items ?? []).filter(it => it.kind === "http").map(it => ({ value: it.id, label: it.name }))
      : (resources.data?.items ?? [])
          .filter(it => it.kind === KINDS[slot.kind as keyof typeof KINDS])
          .filter(it => (slot.kind === "text" || slot.kind === "voice" ? it.capabilities?.includes(slot.kind) : true))
          .map(it => ({ value: it.id, label: it.address }));
  const usual = slot.kind === "web" || slot.kind === "links" ? [{ value: "default", label: w.usual }] : [];
  const choices = [...usual, ...fits, ...(slot.kind === "links" ? [] : [{ value: NEW, label: w.makeOne }])];
  const bound = slot.resource ?? slot.account ?? null;
  const made = (it: { id: string } | undefined) => it && bind.mutate(it.id);
  const kind = KINDS[slot.kind as keyof typeof KINDS];
  return (
    <div className="grow" onKeyDownCapture={takeShown}>
      <Select
        label={label}
        aria-label={label ? undefined : slot.name}
        value={bound}
        data={choices}
        placeholder={w.unbound}
        searchable
        selectFirstOptionOnChange
        clearable={bound !== null && bound !== "default"}
        clearButtonProps={{ "aria-label": words.remove }}
        disabled={bind.isPending}
        nothingFoundMessage={words.nothing}
        onChange={to => (to === NEW ? setMaking(true) : bind.mutate(to ?? ""))}
      />
      <Refusal of={bind.error} />
      {making && (slot.kind === "connection"
        ? <NewAccount kind="http" environment={environment} onMade={made} onClose={() => setMaking(false)} />
        : <NewResource kind={kind} environment={environment} onMade={made} onClose={() => setMaking(false)} />)}
    </div>
  );
}

/** Enter takes what the list shows as chosen. A list that was opened a moment ago may have lost count of that while the page was busy, and would let Enter pass. */
function takeShown(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
  const list = document.getElementById((event.target as HTMLElement).getAttribute("aria-controls") ?? "");
  const shown = list?.querySelector<HTMLElement>("[data-combobox-selected]");
  if (!shown) return;
  event.preventDefault();
  event.stopPropagation();
  shown.click();
}
