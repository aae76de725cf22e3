import { call } from "../api/client";
import { Problem } from "../api/problem";
import type { Draft, DraftProblem } from "../api/types";
import type { Save, SaveAnswer } from "./editor";

export const readDraft = (app: string): Promise<Draft> => call("get", "/api/v1/apps/{app}/draft", { path: { app } });

/** Saves by the API, after the revision that was seen; whatever comes back, the editor is told. */
export const saver = (app: string): Save => async (doc, seen) => {
  try {
    return { saved: await call("put", "/api/v1/apps/{app}/draft", { path: { app }, body: doc, seen }) };
  } catch (why) {
    if (why instanceof Problem) return refused(app, why);
    throw why;
  }
};

async function refused(app: string, why: Problem): Promise<SaveAnswer> {
  if (why.status === 409 || why.status === 412) return readDraft(app).then(moved => ({ moved }), () => ({ offline: true }));
  if (why.status === 0 || why.status >= 500) return { offline: true };
  return { refused: why.message || why.title, problems: why.errors.map(problem) };
}

const problem = ({ code, path, message, fix }: Problem["errors"][number]): DraftProblem => ({ code, severity: "error", path, text: message, way_out: fix, line: 0, column: 0 });
