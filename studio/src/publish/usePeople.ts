import { useGet } from "../api/hooks";
import type { Impact } from "../api/types";

/** Who is in the middle under a profile, where no dry run counts them by their places: before a rollback and a promotion. */
export function usePeople(app: string, profile: string, version: number) {
  const enabled = profile !== "";
  const ledger = useGet("/api/v1/apps/{app}/profiles/{profile}/ledger", { path: { app, profile } }, { enabled });
  const live = useGet("/api/v1/apps/{app}/profiles/{profile}/live", { path: { app, profile } }, { enabled });
  const before = live.data?.version ?? 0;
  const now = useGet("/api/v1/apps/{app}/versions/{version}", { path: { app, version: before } }, { enabled: before > 0 });
  const next = useGet("/api/v1/apps/{app}/versions/{version}", { path: { app, version } });
  return {
    impact: ledger.data && impactOf(ledger.data.releases),
    now: now.data?.document as Record<string, unknown> | undefined,
    next: next.data?.document as Record<string, unknown> | undefined,
  };
}

export const impactOf = (releases: { open: number }[]): Impact => ({
  open: releases.reduce((sum, it) => sum + it.open, 0), places: [], variables: [], forecast: { policy: "keep", takes: 0, stays: [] },
});
