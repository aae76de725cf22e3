import { Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { call } from "../api/client";
import { useAct } from "../api/hooks";
import type { RecordType } from "../api/types";
import { Sure } from "../parts/Sure";
import { words } from "../words";
import { shown, type Stored, typed } from "./values";

const w = words.records;

interface Asked {
  app: string;
  profile: string;
  type: RecordType;
  of?: Stored;
  onClose: () => void;
}

/** One record: only the fields that were changed are sent. */
export function RecordForm({ app, profile, type, of, onClose }: Asked) {
  const before = Object.fromEntries(type.fields.map(it => [it.name, shown(of?.[it.name])]));
  const [written, setWritten] = useState<Record<string, string>>(before);
  const body = Object.fromEntries(type.fields.filter(it => written[it.name] !== before[it.name]).map(it => [it.name, typed(written[it.name] ?? "", it.type)]));
  const path = { app, profile, type: type.name };
  const act = useAct(
    () => of
      ? call("patch", "/api/v1/apps/{app}/profiles/{profile}/records/{type}/{record}", { path: { ...path, record: String(of.id) }, body })
      : call("post", "/api/v1/apps/{app}/profiles/{profile}/records/{type}", { path, body }),
    onClose,
  );
  return (
    <Sure open size="lg" title={of ? w.editing(type.name) : w.adding(type.name)} act={of ? words.save : w.add} busy={act.isPending} problem={act.error} onAct={() => act.mutate(undefined)} onClose={onClose} off={Object.keys(body).length === 0}>
      {type.fields.map((it, at) => {
        const field = {
          label: it.name, description: it.type, required: it.required, value: written[it.name] ?? "", error: act.error?.at(it.name), "data-autofocus": at === 0 || undefined,
          onChange: (e: { currentTarget: { value: string } }) => { const { value } = e.currentTarget; setWritten(now => ({ ...now, [it.name]: value })); },
        };
        return it.type === "object" || it.type === "list" ? <Textarea key={it.name} autosize minRows={2} {...field} /> : <TextInput key={it.name} {...field} />;
      })}
    </Sure>
  );
}
