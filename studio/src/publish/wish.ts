import { useState } from "react";
import type { Checks, Finding, PeopleWish, PublishWish, ReleaseDetail } from "../api/types";

/** What somebody chose in the dialog so far. */
export interface Chosen {
  people: PeopleWish;
  take: string[];
  reasons: Record<string, string>;
  onError: string[] | undefined;
  onLog: string[] | undefined;
  note: string;
}

const NOTHING: Chosen = { people: { policy: "keep" }, take: [], reasons: {}, onError: undefined, onLog: undefined, note: "" };

export function useChosen() {
  const [chosen, setChosen] = useState(NOTHING);
  return { chosen, choose: (part: Partial<Chosen>) => setChosen(before => ({ ...before, ...part })), reset: () => setChosen(NOTHING) };
}

export const reasonKey = (it: Finding) => `${it.code} ${it.place}`;

/** Whom the live release tells, which is what the next one is offered. */
export const remembered = (live: ReleaseDetail | undefined) => ({
  onError: live?.alerts.on_application_error?.notifiers ?? [],
  onLog: live?.alerts.on_log_error?.notifiers ?? [],
});

/** Without what does not belong to the policy: the server refuses a time where nobody is drained. */
export function peopleWish(it: PeopleWish): PeopleWish {
  const map = it.map && Object.fromEntries(Object.entries(it.map).filter(([, to]) => to.trim() !== ""));
  const last = it.policy === "drain" ? (it.then ?? "end") : it.policy;
  return {
    policy: it.policy,
    ...(it.policy === "drain" ? { until: it.until, then: it.then ?? "end" } : {}),
    ...(last === "end" || last === "restart" ? { message: it.message } : {}),
    ...((last === "move" || last === "restart") && map && Object.keys(map).length ? { map } : {}),
  };
}

/** What the dry run is asked: what changes how it would come out. What it confirms is exactly this choice, words included. */
export const tryWish = (profile: string, it: Chosen): PublishWish => ({
  profile,
  take: it.take,
  people: dryPeople(peopleWish(it.people)),
});

/** Words that are still to be written do not hold the dry run up, only the publish. */
const dryPeople = (it: PeopleWish): PeopleWish => (lacksMessage(it) ? { ...it, message: "-" } : it);

export const lacksMessage = (it: PeopleWish): boolean => "message" in it && !it.message?.trim();

export function publishWish(profile: string, it: Chosen, checks: Checks, live: ReleaseDetail | undefined): PublishWish {
  const before = remembered(live);
  const rule = (chosen: string[] | undefined, old: string[], rule?: { level: string; threshold: number }) => ({
    notifiers: chosen ?? old,
    ...(rule ? { level: rule.level.toLowerCase(), threshold: rule.threshold } : {}),
  });
  return {
    profile,
    revision: checks.revision,
    note: it.note,
    take: it.take,
    accept: checks.checks
      .filter(finding => finding.severity === "warning")
      .map(finding => ({ code: finding.code, place: finding.place, reason: it.reasons[reasonKey(finding)] ?? "" }))
      .filter(accepted => accepted.reason.trim() !== ""),
    alerts: {
      on_application_error: rule(it.onError, before.onError, live?.alerts.on_application_error),
      on_log_error: rule(it.onLog, before.onLog, live?.alerts.on_log_error),
    },
    people: peopleWish(it.people),
    ...(checks.confirm ? { confirm: checks.confirm } : {}),
  };
}

export const reasonsMissing = (checks: Checks | undefined, it: Chosen) =>
  (checks?.checks ?? []).filter(finding => finding.severity === "warning" && !it.reasons[reasonKey(finding)]?.trim()).length;
