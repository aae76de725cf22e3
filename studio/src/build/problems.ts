// Problems of the draft by their place. The index is made once per answer of the server, so that hundreds of cards can ask.
import type { DraftProblem } from "../api/types";
import { useEditing } from "./useEditor";

const NONE: DraftProblem[] = [];
const indexes = new WeakMap<DraftProblem[], Map<string, DraftProblem[]>>();

/** Every problem under each place above it: `flows/helper/steps/which/text` counts for `flows/helper` and for the step. */
function index(problems: DraftProblem[]) {
  const known = indexes.get(problems);
  if (known) return known;
  const made = new Map<string, DraftProblem[]>();
  for (const it of problems) {
    const parts = it.path.split("/");
    for (let end = 1; end <= parts.length; end++) {
      const place = parts.slice(0, end).join("/");
      made.set(place, [...(made.get(place) ?? []), it]);
    }
  }
  indexes.set(problems, made);
  return made;
}

const faults = new WeakMap<DraftProblem[], DraftProblem[]>();

/** What wants mending: all but hints. */
export function faultsOf(problems: DraftProblem[]): DraftProblem[] {
  const known = faults.get(problems);
  if (known) return known;
  const found = problems.filter(it => it.severity !== "hint");
  faults.set(problems, found);
  return found;
}

export const problemsAt = (problems: DraftProblem[], place: string): DraftProblem[] => index(problems).get(place) ?? NONE;

/** What a card or a row counts at this place. */
export const useFaults = (place: string): DraftProblem[] => useEditing(it => problemsAt(faultsOf(it.problems), place));

export const useProblems = (place: string): DraftProblem[] => useEditing(it => problemsAt(it.problems, place));
