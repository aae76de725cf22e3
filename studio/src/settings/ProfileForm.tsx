import { Button, NumberInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { call } from "../api/client";
import { useAct } from "../api/hooks";
import type { Profile } from "../api/types";
import { useEnvironments } from "../console/names";
import { Refusal } from "../parts/Note";
import { Card } from "../parts/Page";
import { Select } from "../parts/Select";
import { words } from "../words";

const w = words.settings;
const ZONES = Intl.supportedValuesOf("timeZone");

/** Where the profile stands, and how long and in which words its journeys live. */
export function ProfileForm({ app, of, may }: { app: string; of: Profile; may: boolean }) {
  const environments = useEnvironments();
  const [environment, setEnvironment] = useState<string | null>(of.environment.name);
  const [locale, setLocale] = useState(of.settings.locale);
  const [zone, setZone] = useState<string | null>(of.settings.time_zone);
  const [days, setDays] = useState<number | string>(of.settings.journey_days);
  const save = useAct(() =>
    call("patch", "/api/v1/apps/{app}/profiles/{profile}", {
      path: { app, profile: of.name },
      seen: of.revision,
      body: { environment, locale, time_zone: zone, journey_days: Number(days) },
    }),
  );
  return (
    <Card title={w.about}>
      <form className="pad stack" style={{ gap: 14 }} onSubmit={e => { e.preventDefault(); save.mutate(undefined); }}>
        <Select label={words.environment} description={w.environmentHow} value={environment} onChange={setEnvironment} data={environments.choices} disabled={!may} />
        <TextInput label={w.locale} value={locale} onChange={e => setLocale(e.currentTarget.value)} disabled={!may} error={save.error?.at("locale")} />
        <Select label={w.zone} value={zone} onChange={setZone} data={ZONES.includes(of.settings.time_zone) ? ZONES : [of.settings.time_zone, ...ZONES]} searchable limit={50} disabled={!may} error={save.error?.at("time_zone")} />
        <NumberInput label={w.days} description={w.daysHow} min={1} max={90} value={days} onChange={setDays} disabled={!may} error={save.error?.at("journey_days")} />
        <Refusal of={save.error} />
        {may && <div><Button type="submit" variant="default" loading={save.isPending}>{w.saveProfile}</Button></div>}
      </form>
    </Card>
  );
}
