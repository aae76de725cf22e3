import { useEffect, useMemo, useState } from "react";
import type { Outcome, PreviewEvent } from "./events";
import { after, anew, back, behind, keep, keepAnswers, read, readAnswers, type Session, upTo, without } from "./session";

/** The preview of one app, kept for this tab, and the answers that were remembered for it. */
export function useSession(app: string) {
  const [session, setSession] = useState<Session>(() => read(app));
  const [answers, setAnswers] = useState(() => readAnswers(app));
  useEffect(() => void keep(app, session), [app, session]);
  useEffect(() => void keepAnswers(app, answers), [app, answers]);
  const acts = useMemo(
    () => ({
      does: (event: PreviewEvent) => setSession(it => after(it, event, new Date().toISOString())),
      insert: (at: number, event: PreviewEvent) => setSession(it => behind(it, at, event)),
      backTo: (at: number) => setSession(it => upTo(it, at)),
      leaveOut: (places: number[]) => setSession(it => without(it, places)),
      restart: () => setSession(anew),
      under: (profile: string | undefined) => setSession(it => ({ ...it, profile })),
      remember: (like: string, outcome: Outcome | undefined) =>
        setAnswers(all => {
          const { [like]: _, ...others } = all; // eslint-disable-line @typescript-eslint/no-unused-vars
          return outcome ? { ...others, [like]: outcome } : others;
        }),
    }),
    [],
  );
  return { session, answers, ...acts, back: () => setSession(it => back(it, answers)) };
}

export type Acting = ReturnType<typeof useSession>;
