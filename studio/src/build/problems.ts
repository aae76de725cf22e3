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

export const problemsAt = (problems: DraftProblem[], place: string): DraftProblem[] => index(problems).get(place) ?? NONE;

export const useProblems = (place: string): DraftProblem[] => useEditing(it => problemsAt(it.problems, place));
