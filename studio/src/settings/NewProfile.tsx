import { TextInput } from "@mantine/core";
import { useState } from "react";
import { call } from "../api/client";
import { useAct } from "../api/hooks";
import { useEnvironments } from "../console/names";
import { Select } from "../parts/Select";
import { Sure } from "../parts/Sure";
import { words } from "../words";

const w = words.settings;

export function NewProfile({ app, from, onClose, onMade }: { app: string; from: string; onClose: () => void; onMade: (name: string) => void }) {
  const environments = useEnvironments();
  const [name, setName] = useState("");
  const [environment, setEnvironment] = useState<string | null>("Development");
  const make = useAct(() => call("post", "/api/v1/apps/{app}/profiles", { path: { app }, body: { name, environment, from } }), () => {
    onClose();
    onMade(name);
  });
  return (
    <Sure open title={w.newProfile} act={w.addProfile} busy={make.isPending} problem={make.error} onAct={() => make.mutate(undefined)} onClose={onClose}>
      <TextInput label={words.name} description={w.copied(from)} value={name} onChange={e => setName(e.currentTarget.value)} error={make.error?.at("name")} data-autofocus />
      <Select label={words.environment} value={environment} onChange={setEnvironment} data={environments.choices} />
    </Sure>
  );
}
