// One preview of one app: everything that was done, and under which values. Kept for this tab, so that a reload goes on where it stood.
import { store } from "../../parts/stored";
import type { Outcome, PreviewEvent } from "./events";

export interface Session {
  begins?: string;
  profile?: string;
  events: PreviewEvent[];
}

export const EMPTY: Session = { events: [] };
export const MOST = 500;

/** One more event; the first one says when everything begins. */
export function after(it: Session, event: PreviewEvent, now: string): Session {
  if (it.events.length >= MOST) return it;
  return { ...it, begins: it.events.length === 0 ? now : (it.begins ?? now), events: [...it.events, event] };
}

/** An event behind another one, as a different answer to what that one asked. */
export const behind = (it: Session, at: number, event: PreviewEvent): Session => ({ ...it, events: [...it.events.slice(0, at + 1), event, ...it.events.slice(at + 1)] });

/** One step back: answers that were only given again go with the event that asked for them. */
export function back(it: Session, answers: Answers): Session {
  let end = it.events.length - 1;
  for (let last = it.events[end]; end > 0 && last?.type === "answer" && last.like !== undefined && last.like in answers; last = it.events[end]) end--;
  return upTo(it, end - 1);
}

export const upTo = (it: Session, at: number): Session => ({ ...it, events: it.events.slice(0, at + 1) });
export const without = (it: Session, places: number[]): Session => ({ ...it, events: it.events.filter((_, at) => !places.includes(at)) });
export const anew = (it: Session): Session => ({ profile: it.profile, events: [] });

const room = (name: string) => `wayfare-preview:${name}`;

export function read(app: string): Session {
  const kept = sessionStorage.getItem(room(app));
  try {
    return kept ? (JSON.parse(kept) as Session) : EMPTY;
  } catch {
    return EMPTY;
  }
}

export const keep = (app: string, it: Session) => store(sessionStorage, room(app), JSON.stringify(it));

// Answers that were given for a question, by the question.

export type Answers = Record<string, Outcome>;
const answersRoom = (app: string) => `wayfare-preview-answers:${app}`;

export function readAnswers(app: string): Answers {
  try {
    return JSON.parse(localStorage.getItem(answersRoom(app)) ?? "{}") as Answers;
  } catch {
    return {};
  }
}

export const keepAnswers = (app: string, it: Answers) => store(localStorage, answersRoom(app), JSON.stringify(it));
