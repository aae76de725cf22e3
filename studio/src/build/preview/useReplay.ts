import { useEffect, useRef, useState } from "react";
import { call } from "../../api/client";
import { Problem } from "../../api/problem";
import type { AppDocument } from "../document";
import type { Session } from "./session";
import type { View } from "./view";

const QUIET = 250;

export interface Replayed {
  view?: View;
  /** Why the newest could not be played; the view is the one before, then. */
  problem?: Problem;
}

/** The wish as the API takes it. */
export const wish = (doc: AppDocument, it: Session, typed?: Record<string, string[]>) => ({
  document: doc, events: it.events, ...(it.profile ? { profile: it.profile } : {}), ...(it.begins ? { begins: it.begins } : {}), ...(typed ? { typed } : {}),
});

/** Plays everything again whenever an event is added or the draft is edited; what was shown stays until the new is there. */
export function useReplay(app: string, doc: AppDocument, session: Session): Replayed {
  const [shown, setShown] = useState<Replayed>({});
  const number = useRef(0);
  const played = useRef<Session>(undefined);
  useEffect(() => {
    const mine = ++number.current;
    const edited = played.current === session;
    const play = () => {
      played.current = session;
      call("post", "/api/v1/apps/{app}/draft/preview", { path: { app }, body: wish(doc, session) }).then(
        view => { if (mine === number.current) setShown({ view: view as unknown as View }); },
        (why: unknown) => { if (mine === number.current && why instanceof Problem) setShown(before => ({ ...before, problem: why })); },
      );
    };
    const timer = setTimeout(play, edited ? QUIET : 0);
    return () => clearTimeout(timer);
  }, [app, doc, session]);
  return shown;
}
