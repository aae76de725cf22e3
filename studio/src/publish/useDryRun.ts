import { useDebouncedValue } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../api/client";
import { useAct } from "../api/hooks";
import { Problem } from "../api/problem";
import type { Begun, Checks, Finding, PublishWish } from "../api/types";
import { onlyPeopleWentOn, STALE, whatMoved } from "./moved";

const run = (app: string, wish: PublishWish, dry: boolean) =>
  call("post", "/api/v1/apps/{app}/releases", { path: { app }, query: dry ? { dry_run: true, trials: false } : {}, body: wish });

/** What services and carriers would say to a publish; asked once, beside the checks that are ours alone, for it can take seconds. */
export function useTrials(app: string, profile: string) {
  return useQuery<Finding[], Problem>({
    queryKey: ["trials", app, profile],
    queryFn: async () => (await call("post", "/api/v1/apps/{app}/profiles/{profile}/trials", { path: { app, profile } })).checks as Finding[],
    gcTime: 0,
  });
}

/** The checks with what was said outside. */
export const together = (checks: Checks, outside: Finding[] = []): Checks => ({
  ...checks,
  publishable: checks.publishable && outside.every(it => it.severity !== "error"),
  checks: [...checks.checks, ...outside],
});

/** What a publish would find now, asked anew when a choice changes; letters that are typed are waited for. */
export function useDryRun(app: string, wished: PublishWish) {
  const [wish] = useDebouncedValue(wished, 300);
  const key = ["dry run", app, wish];
  const found = useQuery<Checks, Problem>({
    queryKey: key,
    queryFn: () => run(app, wish, true) as Promise<Checks>,
    placeholderData: before => before,
  });
  return { key, wish, found, settled: JSON.stringify(wish) === JSON.stringify(wished) && !found.isFetching };
}

/** Publishes what was seen and nothing else: where something moved meanwhile, it is shown first. */
export function usePublish(app: string, dry: ReturnType<typeof useDryRun>, make: (seen: Checks) => PublishWish, then: (release: string) => void) {
  const client = useQueryClient();
  const [moved, setMoved] = useState<string[]>();
  const begin = async (seen: Checks) => ((await run(app, make(seen), false)) as Begun).release.id;
  const publish = useAct(async (seen: Checks) => {
    setMoved(undefined);
    try {
      return await begin(seen);
    } catch (why) {
      if (!(why instanceof Problem) || !STALE.has(why.code)) throw why;
      const now = (await run(app, dry.wish, true)) as Checks;
      if (onlyPeopleWentOn(seen, now, make(seen).people ?? { policy: "keep" })) return await begin(now);
      void client.invalidateQueries();
      client.setQueryData(dry.key, now);
      setMoved(whatMoved(seen, now));
      throw why;
    }
  }, then);
  return { publish, moved };
}
