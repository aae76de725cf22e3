import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { call } from "../api/client";
import { useAct } from "../api/hooks";
import type { Profile, Value } from "../api/types";
import { Refusal } from "../parts/Note";
import { State } from "../parts/State";
import { words } from "../words";
import { useAskedFor } from "./useAskedFor";

const w = words.settings;

const shown = (value: unknown) => (value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value));

/** What was typed as the type that is declared; what does not fit goes as it is, for the server to say why. */
export function typed(text: string, type: string): unknown {
  if (text === "") return null;
  if (["number", "integer", "decimal"].includes(type)) return Number.isNaN(Number(text)) ? text : Number(text);
  if (["yes_no", "boolean"].includes(type)) return text === "true" ? true : text === "false" ? false : text;
  if (["list", "object"].includes(type))
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  return text;
}

export function ValueRow({ app, profile, of, may }: { app: string; profile: Profile; of: Value; may: boolean }) {
  const secret = of.type === "secret";
  const here = useAskedFor("value", of.name);
  const [text, setText] = useState(shown(of.value));
  const set = useAct(() =>
    call("patch", "/api/v1/apps/{app}/profiles/{profile}/values", { path: { app, profile: profile.name }, seen: profile.revision, body: { [of.name]: typed(text, of.type) } }),
  );
  const field = { "aria-label": of.name, value: text, disabled: !may, onChange: (e: React.ChangeEvent<HTMLInputElement>) => setText(e.currentTarget.value) };
  return (
    <li ref={here} tabIndex={-1}>
      <form className="row" style={{ alignItems: "flex-start" }} onSubmit={e => { e.preventDefault(); set.mutate(undefined); }}>
        <span style={{ flex: "1 1 180px" }}>
          <strong>{of.name}</strong> <span className="dim small">{of.type}</span>
          {of.note && <div className="small dim">{of.note}</div>}
          <State look={of.set ? "live" : of.required ? "draft" : "past"}>{of.set ? (of.fingerprint ? w.setAs(of.fingerprint.slice(0, 8)) : w.set) : of.required ? w.missing : w.fromApp}</State>
        </span>
        <span className="row" style={{ flex: "1 1 240px", flexWrap: "nowrap" }}>
          {secret
            ? <PasswordInput className="grow" {...field} placeholder={of.set ? w.secretSet : ""} autoComplete="off" />
            : <TextInput className="grow" {...field} />}
          {may && <Button type="submit" variant="default" loading={set.isPending} disabled={secret ? text === "" : text === shown(of.value)} aria-label={`${w.save} ${of.name}`}>{w.save}</Button>}
        </span>
      </form>
      <Refusal of={set.error} />
    </li>
  );
}
