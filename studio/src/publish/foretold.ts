import { useGet } from "../api/hooks";

/** The number that a publish of the draft will have: the same content is the same version. */
export const foretold = (hash: string, versions: { version: number; hash: string }[]): number =>
  versions.find(it => it.hash === hash)?.version ?? Math.max(0, ...versions.map(it => it.version)) + 1;

export function useForetold(app: string): { version: number | undefined; document: Record<string, unknown> | undefined } {
  const draft = useGet("/api/v1/apps/{app}/draft", { path: { app } });
  const versions = useGet("/api/v1/apps/{app}/versions", { path: { app }, query: { limit: 200 } });
  return {
    version: draft.data && versions.data && foretold(draft.data.hash, versions.data.items),
    document: draft.data?.document,
  };
}
