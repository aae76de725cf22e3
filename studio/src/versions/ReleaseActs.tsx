import { NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { call } from "../api/client";
import { useAct, useGet } from "../api/hooks";
import type { Release } from "../api/types";
import { Note } from "../parts/Note";
import { Sure } from "../parts/Sure";
import { words } from "../words";
import { Promote } from "./Promote";
import { RollBack } from "./RollBack";

const w = words.versions;

export type Act =
  | { kind: "rollback" | "promote" | "restore"; release: Release }
  | { kind: "discard"; profile: string };

/** The dialogs of the acts: one changes what customers get, the others the draft alone. */
export function ReleaseActs({ app, act, profiles, onClose }: { app: string; act: Act; profiles: string[]; onClose: () => void }) {
  switch (act.kind) {
    case "rollback":
      return <RollBack app={app} to={act.release} onClose={onClose} />;
    case "promote":
      return <Promote app={app} of={act.release} profiles={profiles} onClose={onClose} />;
    case "restore":
      return <Restore app={app} version={act.release.version} onClose={onClose} />;
    case "discard":
      return <Discard app={app} first={act.profile} profiles={profiles} onClose={onClose} />;
  }
}

function Restore({ app, version, onClose }: { app: string; version: number; onClose: () => void }) {
  const draft = useGet("/api/v1/apps/{app}/draft", { path: { app } });
  const act = useAct(() => call("post", "/api/v1/apps/{app}/draft/restore", { path: { app }, seen: draft.data?.revision, body: { version } }), onClose);
  return (
    <Sure open title={w.restore(version)} act={w.restore(version)} busy={act.isPending} problem={act.error} onAct={() => act.mutate(undefined)} onClose={onClose} off={!draft.data}>
      <Note title={w.draftOnly}>{w.restoreText(draft.data?.revision ?? "")}</Note>
    </Sure>
  );
}

function Discard({ app, first, profiles, onClose }: { app: string; first: string; profiles: string[]; onClose: () => void }) {
  const [profile, setProfile] = useState(first);
  const [word, setWord] = useState("");
  const draft = useGet("/api/v1/apps/{app}/draft", { path: { app } });
  const act = useAct(() => call("post", "/api/v1/apps/{app}/draft/discard", { path: { app }, seen: draft.data?.revision, body: { profile } }), onClose);
  return (
    <Sure open title={w.discard} act={w.discard} danger busy={act.isPending} problem={act.error} onAct={() => act.mutate(undefined)} onClose={onClose} off={!draft.data || word.trim() !== app}>
      <Note tone="draft" title={w.draftOnly}>{w.discardText}</Note>
      <NativeSelect label={w.asLiveIn} value={profile} onChange={e => setProfile(e.currentTarget.value)} data={profiles} />
      <TextInput label={w.typeName(app)} value={word} onChange={e => setWord(e.currentTarget.value)} data-autofocus />
    </Sure>
  );
}
