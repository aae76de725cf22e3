import { Button, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { call } from "../api/client";
import { useAct, useGet } from "../api/hooks";
import type { Pause } from "../api/types";
import { State } from "../parts/State";
import { Sure } from "../parts/Sure";
import { When } from "../parts/When";
import { Refusal } from "../parts/Note";
import { words } from "../words";

const w = words.pauses;
export type Channel = Pause["channel"];

/** Channels that answer with a message for now: at once, without a publish. */
export function Pauses({ app, profile, channels, may }: { app: string; profile: string; channels: Channel[]; may: boolean }) {
  const path = { app, profile };
  const pauses = useGet("/api/v1/apps/{app}/profiles/{profile}/pauses", { path });
  const [pausing, setPausing] = useState<Channel>();
  const resume = useAct((channel: Channel) => call("delete", "/api/v1/apps/{app}/profiles/{profile}/pauses/{channel}", { path: { ...path, channel } }));
  const items = pauses.data?.items ?? [];
  const free = channels.filter(it => !items.some(pause => pause.channel === it));
  if (!may && items.length === 0) return null;
  return (
    <div className="tight" aria-label={w.label(profile)} role="group">
      {items.map(it => (
        <div className="note paused" key={it.channel}>
          <div className="body">
            <State look="paused">{w.paused(w.channels[it.channel])}</State>
            <div className="small breaks">{it.message}</div>
            <div className="small dim">{it.by} · <When at={it.since} />{it.until && <> · {w.endsBy} <When at={it.until} /></>}</div>
          </div>
          {may && <Button size="compact-sm" variant="default" loading={resume.isPending} onClick={() => resume.mutate(it.channel)}>{w.resume(w.channels[it.channel])}</Button>}
        </div>
      ))}
      <Refusal of={resume.error} />
      {may && free.length > 0 && <div className="row">{free.map(it => <Button key={it} size="compact-sm" variant="subtle" color="gray" onClick={() => setPausing(it)}>{w.pause(w.channels[it])}</Button>)}</div>}
      {pausing && <PauseForm app={app} profile={profile} channel={pausing} onClose={() => setPausing(undefined)} />}
    </div>
  );
}

function PauseForm({ app, profile, channel, onClose }: { app: string; profile: string; channel: Channel; onClose: () => void }) {
  const [message, setMessage] = useState("");
  const [until, setUntil] = useState("");
  const act = useAct(
    () => call("put", "/api/v1/apps/{app}/profiles/{profile}/pauses/{channel}", { path: { app, profile, channel }, body: { message, until: until ? new Date(until).toISOString() : undefined } }),
    onClose,
  );
  const name = w.channels[channel];
  return (
    <Sure open title={w.title(name, profile)} act={w.pause(name)} busy={act.isPending} problem={act.error} onAct={() => act.mutate(undefined)} onClose={onClose} off={!message.trim()}>
      <p>{w.text[channel]}</p>
      <Textarea required label={w.message} maxLength={459} autosize minRows={2} value={message} onChange={e => setMessage(e.currentTarget.value)} error={act.error?.at("message")} data-autofocus />
      <TextInput type="datetime-local" label={w.until} value={until} onChange={e => setUntil(e.currentTarget.value)} error={act.error?.at("until")} />
    </Sure>
  );
}
