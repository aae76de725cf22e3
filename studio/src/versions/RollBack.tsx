import { Modal, Radio, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../api/client";
import { useAct, useGet } from "../api/hooks";
import type { Problem } from "../api/problem";
import type { PeopleWish, Release, Rollback } from "../api/types";
import { Sure } from "../parts/Sure";
import { Wait } from "../parts/Wait";
import { Follow } from "../publish/Follow";
import { Held } from "../publish/Held";
import { PeoplePart } from "../publish/PeoplePart";
import { usePeople } from "../publish/usePeople";
import { lacksMessage, peopleWish } from "../publish/wish";
import { words } from "../words";

const w = words.rollback;

/** Changes what customers get, now; says before what it brings back and what it leaves. */
export function RollBack({ app, to, onClose }: { app: string; to: Release; onClose: () => void }) {
  const [scope, setScope] = useState("everything");
  const [note, setNote] = useState("");
  const [people, setPeople] = useState<PeopleWish>({ policy: "keep" });
  const [take, setTake] = useState<string[]>([]);
  const [begun, setBegun] = useState<string>();
  const path = { app, release: to.id };
  const profiles = useGet("/api/v1/apps/{app}/deployments", { path: { app } });
  const profile = profiles.data?.items.find(it => it.profile === to.profile)?.name ?? "";
  const middle = usePeople(app, profile, to.version);
  const tried = useQuery<Rollback, Problem>({
    queryKey: ["rollback", to.id, scope],
    queryFn: () => call("post", "/api/v1/apps/{app}/releases/{release}/rollback", { path, query: { dry_run: true }, body: { scope } }),
    placeholderData: before => before,
  });
  const act = useAct(
    () => call("post", "/api/v1/apps/{app}/releases/{release}/rollback", { path, body: { scope, note, take, people: peopleWish(people) } }),
    made => setBegun(made.begun.release.id),
  );
  if (begun)
    return (
      <Modal opened onClose={onClose} title={w.title(to.version)} size={760} closeButtonProps={{ "aria-label": words.close }}>
        <Follow app={app} profile={profile} release={begun} onClose={onClose} />
      </Modal>
    );
  return (
    <Sure open size={760} title={w.title(to.version)} act={w.act(to.version, profile)} busy={act.isPending} problem={act.error ?? tried.error} onAct={() => act.mutate(undefined)} onClose={onClose} off={!tried.data || lacksMessage(peopleWish(people))}>
      <Radio.Group label={w.scope} value={scope} onChange={setScope}>
        <div className="row" style={{ marginTop: 6 }}>
          <Radio value="everything" label={w.everything} />
          <Radio value="definition" label={w.definition} />
        </div>
      </Radio.Group>
      <Wait query={tried}>
        {it => (
          <div className="sides">
            <div className="after"><strong>{w.undoes}</strong><Points of={it.undoes} /></div>
            <div style={{ background: "var(--w-past-soft)" }}><strong>{w.leaves}</strong><Points of={it.leaves} /></div>
          </div>
        )}
      </Wait>
      {middle.impact && (
        <section className="tight" aria-label={words.publish.people}>
          <h3>{words.publish.people}</h3>
          <PeoplePart of={middle.impact} people={people} choose={setPeople} now={middle.now} next={middle.next} />
        </section>
      )}
      <Held of={act.error} take={take} choose={setTake} />
      <Textarea label={w.note} autosize minRows={1} maxLength={2000} value={note} onChange={e => setNote(e.currentTarget.value)} />
    </Sure>
  );
}

const Points = ({ of }: { of: string[] }) => <ul style={{ margin: "4px 0 0", paddingLeft: 18 }}>{of.map(it => <li key={it}>{it}</li>)}</ul>;
