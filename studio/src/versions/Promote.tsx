import { Modal, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { call } from "../api/client";
import { useAct, useGet } from "../api/hooks";
import type { Release } from "../api/types";
import { Note } from "../parts/Note";
import { Sure } from "../parts/Sure";
import { Follow } from "../publish/Follow";
import { words } from "../words";

const w = words.promote;

/** The same version under another profile, with that profile's settings. */
export function Promote({ app, of, profiles, onClose }: { app: string; of: Release; profiles: string[]; onClose: () => void }) {
  const lives = useGet("/api/v1/apps/{app}/deployments", { path: { app } });
  const own = lives.data?.items.find(it => it.profile === of.profile)?.name;
  const others = profiles.filter(it => it !== own);
  const [chosen, setProfile] = useState<string>();
  const [note, setNote] = useState("");
  const [reason, setReason] = useState("");
  const [begun, setBegun] = useState<string>();
  const profile = chosen ?? (others.includes("Production") ? "Production" : (others[0] ?? ""));
  const act = useAct(
    () => call("post", "/api/v1/apps/{app}/releases/{release}/promote", { path: { app, release: of.id }, body: { profile, note, accept_warnings: reason || undefined } }),
    made => setBegun(made.release.id),
  );
  if (begun)
    return (
      <Modal opened onClose={onClose} title={w.title(of.version)} size={760} closeButtonProps={{ "aria-label": words.close }}>
        <Follow app={app} profile={profile} release={begun} onClose={onClose} />
      </Modal>
    );
  return (
    <Sure open title={w.title(of.version)} act={w.act(of.version, profile)} busy={act.isPending} problem={act.error} onAct={() => act.mutate(undefined)} onClose={onClose} off={!profile}>
      <Note>{w.text}</Note>
      <NativeSelect label={w.to} value={profile} onChange={e => setProfile(e.currentTarget.value)} data={others} />
      <Textarea label={words.publish.note} autosize minRows={1} maxLength={2000} value={note} onChange={e => setNote(e.currentTarget.value)} />
      {act.error?.code === "reasons_missing" && <TextInput label={words.publish.reason} value={reason} onChange={e => setReason(e.currentTarget.value)} />}
    </Sure>
  );
}
