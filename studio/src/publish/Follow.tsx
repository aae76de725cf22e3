import { Button, Loader } from "@mantine/core";
import { IconCircleCheck, IconCircleX } from "@tabler/icons-react";
import { call } from "../api/client";
import { useAct, useGet } from "../api/hooks";
import type { Step } from "../api/types";
import { Entrances } from "../apps/Entrances";
import { Note, Refusal } from "../parts/Note";
import { State } from "../parts/State";
import { words } from "../words";
import { over, useSteps } from "./steps";

const w = words.publish;

/** The same column, filled with the steps as they are done, and then with the addresses. */
export function Follow({ app, profile, release, onClose, onAgain }: { app: string; profile: string; release: string; onClose: () => void; onAgain?: () => void }) {
  const { steps, state } = useSteps(app, release);
  const path = { app, release };
  const detail = useGet("/api/v1/apps/{app}/releases/{release}", { path }, { enabled: over(state) });
  const cancel = useAct(() => call("post", "/api/v1/apps/{app}/releases/{release}/cancel", { path }));
  const failed = steps.find(it => it.outcome === "failed");
  const version = detail.data?.release.version;
  return (
    <div className="stack">
      <div aria-live="polite">
        <ol className="steps">
          {grouped(steps).map((it, at, all) => <Line key={at} of={it} last={at === all.length - 1 && !over(state)} />)}
          {steps.length === 0 && <li><Loader size={16} /><span className="dim">{w.beginning}</span></li>}
        </ol>
      </div>
      {state === "failed" && (
        <Note tone="failed" title={w.failed}>
          {failed?.text} {failed?.way_out && <div>{failed.way_out}</div>} {failed?.place && <code>{failed.place}</code>}
          <div>{w.nothingChanged}</div>
        </Note>
      )}
      {state === "cancelled" && <Note tone="paused" title={w.cancelled}>{w.nothingChanged}</Note>}
      {(state === "live" || state === "superseded") && detail.data && (
        <>
          <Note tone="live" title={w.isLive(version ?? 0, profile)}>{w.isLiveText}</Note>
          <Entrances fresh of={detail.data.entrances} name={profile} />
        </>
      )}
      <Refusal of={cancel.error} />
      <div className="row" style={{ justifyContent: "flex-end" }}>
        {!over(state) && <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate(undefined)}>{w.takeBack}</Button>}
        {state === "failed" && onAgain && <Button variant="default" onClick={onAgain}>{w.again}</Button>}
        {over(state) && <Button onClick={onClose}>{words.close}</Button>}
      </div>
    </div>
  );
}

/** A stage that has begun and then ended is one line. */
export const grouped = (steps: Step[]) => steps.filter((it, at) => !(it.outcome === "begun" && steps.slice(at + 1).some(later => later.stage === it.stage)));

function Line({ of, last }: { of: Step; last: boolean }) {
  return (
    <li data-stage={of.stage}>
      {of.outcome === "failed" ? <IconCircleX size={18} color="var(--w-failed)" aria-label={w.outcomes.failed} />
        : of.outcome === "begun" && last ? <Loader size={16} aria-label={w.outcomes.begun} />
        : <IconCircleCheck size={18} color="var(--w-live)" aria-label={w.outcomes.done} />}
      <span className="breaks">{of.text}</span>
      <State look={of.outcome === "failed" ? "failed" : of.outcome === "begun" ? "paused" : "live"}>{w.stages[of.stage]}</State>
    </li>
  );
}
