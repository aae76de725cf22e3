// Something moved between the look and the click: what it was, and whether it matters.
import type { Checks, Finding, PeopleWish } from "../api/types";
import { words } from "../words";
import { reasonKey } from "./wish";

const w = words.publish.moved;

/** The server's codes for "it is not as you saw it". */
export const STALE = new Set(["confirmation_stale", "draft_moved"]);

const keyed = (it: Finding) => `${reasonKey(it)} ${it.text}`;
const fresh = (before: Finding[], after: Finding[]) => {
  const known = new Set(before.map(keyed));
  return after.filter(it => !known.has(keyed(it)));
};

/** What is not as it was, in sentences; nothing named means that only what nobody sees here moved (a setting, what is live). */
export function whatMoved(seen: Checks, now: Checks): string[] {
  const gone = fresh(now.checks, seen.checks).length;
  return [
    ...(seen.revision === now.revision ? [] : [w.draft(seen.revision, now.revision)]),
    ...fresh(seen.checks, now.checks).map(it => w.found(it.text)),
    ...(gone > 0 ? [w.gone(gone)] : []),
    ...(seen.impact.open === now.impact.open ? [] : [w.people(seen.impact.open, now.impact.open)]),
  ];
}

/** Whether customers only went on with their journeys meanwhile, and nothing is done to them anyway: then what was confirmed still holds. */
export const onlyPeopleWentOn = (seen: Checks, now: Checks, people: PeopleWish): boolean =>
  people.policy === "keep" && seen.revision === now.revision && now.publishable &&
  fresh(seen.checks, now.checks).length === 0 && fresh(now.checks, seen.checks).length === 0 &&
  JSON.stringify(seen.impact) !== JSON.stringify(now.impact);
