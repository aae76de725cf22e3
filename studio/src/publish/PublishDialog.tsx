import { Button, Modal, NativeSelect, Textarea } from "@mantine/core";
import { useState } from "react";
import { useGet } from "../api/hooks";
import { Note, Refusal } from "../parts/Note";
import { InSlices, Wait } from "../parts/Wait";
import { Sentences } from "../versions/Differences";
import { words } from "../words";
import { AlertsPart } from "./AlertsPart";
import { ChecksPart } from "./ChecksPart";
import { EntrancesPart } from "./EntrancesPart";
import { Follow } from "./Follow";
import { useForetold } from "./foretold";
import { PeoplePart } from "./PeoplePart";
import { together, useDryRun, usePublish, useTrials } from "./useDryRun";
import { lacksMessage, peopleWish, publishWish, reasonsMissing, tryWish, useChosen } from "./wish";

const w = words.publish;

/** The heart of the product: one column, read from top to bottom, the button last. */
export function PublishDialog({ app, first, onClose }: { app: string; first: string; onClose: () => void }) {
  const [profile, setProfile] = useState(first);
  const [begun, setBegun] = useState<string>();
  return (
    <Modal opened onClose={onClose} title={w.title} size={860} closeOnClickOutside={false} closeButtonProps={{ "aria-label": words.close }}>
      {begun
        ? <Follow app={app} profile={profile} release={begun} onClose={onClose} onAgain={() => setBegun(undefined)} />
        : <Form key={profile} app={app} profile={profile} onProfile={setProfile} onBegun={setBegun} onClose={onClose} />}
    </Modal>
  );
}

interface Asked {
  app: string;
  profile: string;
  onProfile: (name: string) => void;
  onBegun: (release: string) => void;
  onClose: () => void;
}

function Form({ app, profile, onProfile, onBegun, onClose }: Asked) {
  const { chosen, choose } = useChosen();
  const [second, setSecond] = useState(false);
  const profiles = useGet("/api/v1/apps/{app}/profiles", { path: { app } });
  const live = useGet("/api/v1/apps/{app}/profiles/{profile}/live", { path: { app, profile } });
  const replaced = live.data?.release;
  const detail = useGet("/api/v1/apps/{app}/releases/{release}", { path: { app, release: replaced?.id ?? "" } }, { enabled: replaced !== undefined });
  const its = profiles.data?.items.find(it => it.name === profile);
  const { version, document } = useForetold(app);
  const sealed = useGet("/api/v1/apps/{app}/versions/{version}", { path: { app, version: replaced?.version ?? 0 } }, { enabled: replaced !== undefined && chosen.people.policy !== "keep" });
  const dry = useDryRun(app, tryWish(profile, chosen));
  const { found } = dry;
  const trials = useTrials(app, profile);
  const { publish, moved } = usePublish(app, dry, seen => publishWish(profile, chosen, together(seen, trials.data), detail.data), onBegun);
  const checks = found.data && together(found.data, trials.data);
  const wants = reasonsMissing(checks, chosen);
  const off = !checks?.publishable || found.isError || wants > 0 || !dry.settled || lacksMessage(peopleWish(chosen.people));
  const act = () => {
    if (profile === "Production" && !second) return setSecond(true);
    setSecond(false);
    if (found.data) publish.mutate(found.data);
  };
  return (
    // No form: Enter in a field must never publish.
    <div className="sheet">
      <InSlices>
        <section>
          <h3 id="publish-to">{w.to}</h3>
          <div className="row">
            <NativeSelect aria-labelledby="publish-to" value={profile} onChange={e => onProfile(e.currentTarget.value)} data={profiles.data?.items.map(it => it.name) ?? [profile]} w={180} />
            <span className="dim small">{w.draft(checks?.revision ?? "…", version)}{replaced ? ` · ${w.replaces(replaced.version)}` : ` · ${w.firstTime}`}</span>
          </div>
        </section>
        <section><h3>{w.entrances}</h3>{its && <EntrancesPart app={app} of={its} />}</section>
        <section><h3>{w.checks}</h3><Wait query={{ ...found, data: checks }}>{it => <ChecksPart app={app} of={it} asking={trials.isFetching} trouble={trials.error} chosen={chosen} choose={choose} />}</Wait></section>
        <section><h3>{w.changes}</h3>{replaced ? <Wait query={found}>{it => <Sentences of={it.changes} most={3} />}</Wait> : <p className="dim">{w.allNew}</p>}</section>
        <section><h3>{w.people}</h3><Wait query={found}>{it => <PeoplePart of={it.impact} people={chosen.people} choose={people => choose({ people })} now={sealed.data?.document as Record<string, unknown> | undefined} next={document} />}</Wait></section>
        <section><h3>{w.alerts}</h3><AlertsPart live={detail.data} chosen={chosen} choose={choose} /></section>
        <section><h3 id="publish-note">{w.note}</h3><Textarea aria-labelledby="publish-note" placeholder={w.noteHow} autosize minRows={1} maxRows={5} maxLength={2000} value={chosen.note} onChange={e => choose({ note: e.currentTarget.value })} /></section>
        <div className="last">
          {publish.error && <div className="said-last">{moved ? <Moved of={moved} /> : <Refusal of={publish.error} />}</div>}
          {second && <div className="said-last"><Note tone="draft" title={w.second}>{w.secondText(checks?.impact.open ?? 0)}</Note></div>}
          {wants > 0 && <span className="small dim grow" role="status">{w.wantsReasons(wants)}</span>}
          <Button variant="default" onClick={onClose}>{words.cancel}</Button>
          <Button onClick={act} disabled={off} loading={publish.isPending}>{second ? w.reallyAct(profile, version) : w.act(profile, version)}</Button>
        </div>
      </InSlices>
    </div>
  );
}

/** Nothing was published: it is not as it was seen. What is shown above is how it is now. */
function Moved({ of }: { of: string[] }) {
  return (
    <div role="alert">
      <Note tone="draft" title={w.moved.title}>
        {w.moved.text}
        {of.length > 0 && <ul>{of.map(it => <li key={it}>{it}</li>)}</ul>}
      </Note>
    </div>
  );
}
