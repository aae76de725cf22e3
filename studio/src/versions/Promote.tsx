import { Modal, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { call } from "../api/client";
import { useAct, useGet } from "../api/hooks";
import type { PeopleWish, Release } from "../api/types";
import { Note } from "../parts/Note";
import { Sure } from "../parts/Sure";
import { Follow } from "../publish/Follow";
import { Held } from "../publish/Held";
import { PeoplePart } from "../publish/PeoplePart";
import { usePeople } from "../publish/usePeople";
import { lacksMessage, peopleWish } from "../publish/wish";
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
  const [people, setPeople] = useState<PeopleWish>({ policy: "keep" });
  const [take, setTake] = useState<string[]>([]);
  const [begun, setBegun] = useState<string>();
  const profile = chosen ?? (others.includes("Production") ? "Production" : (others[0] ?? ""));
  const middle = usePeople(app, profile, of.version);
  const act = useAct(
    () => call("post", "/api/v1/apps/{app}/releases/{release}/promote", { path: { app, release: of.id }, body: { profile, note, accept_warnings: reason || undefined, take, people: peopleWish(people) } }),
    made => setBegun(made.release.id),
  );
  if (begun)
    return (
      <Modal opened onClose={onClose} title={w.title(of.version)} size={760} closeButtonProps={{ "aria-label": words.close }}>
        <Follow app={app} profile={profile} release={begun} onClose={onClose} />
      </Modal>
    );
  return (
    <Sure open size={760} title={w.title(of.version)} act={w.act(of.version, profile)} busy={act.isPending} problem={act.error} onAct={() => act.mutate(undefined)} onClose={onClose} off={!profile || lacksMessage(peopleWish(people))}>
      <Note>{w.text}</Note>
      <NativeSelect label={w.to} value={profile} onChange={e => setProfile(e.currentTarget.value)} data={others} />
      {middle.impact && (
        <section className="tight" aria-label={words.publish.people}>
          <h3>{words.publish.people}</h3>
          <PeoplePart of={middle.impact} people={people} choose={setPeople} now={middle.now} next={middle.next} />
        </section>
      )}
      <Held of={act.error} take={take} choose={setTake} />
      <Textarea label={words.publish.note} autosize minRows={1} maxLength={2000} value={note} onChange={e => setNote(e.currentTarget.value)} />
      {act.error?.code === "reasons_missing" && <TextInput label={words.publish.reason} value={reason} onChange={e => setReason(e.currentTarget.value)} />}
    </Sure>
  );
}
