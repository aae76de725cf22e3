// What a builder does in the preview. The server plays all of it from the beginning each time.
import { words } from "./words";

export interface Outcome {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  value?: unknown;
  failure?: string;
  message?: string;
}

export type Ending = "completed" | "busy" | "no_answer" | "failed";

export type PreviewEvent =
  | { type: "text"; body: string }
  | { type: "visit"; trigger: string; query?: Record<string, string> }
  | { type: "open_link"; link: string }
  | { type: "submit"; fields: Record<string, string[]>; button?: string }
  | { type: "call" | "silence" | "hold" | "expire" | "restart" }
  | { type: "say"; words: string }
  | { type: "press"; keys: string }
  | { type: "forwarded"; how: Ending }
  | { type: "pick_up"; machine: boolean }
  | { type: "hang_up"; how?: Ending }
  | { type: "request"; trigger: string; payload?: unknown; parameters?: Record<string, string> }
  | { type: "schedule"; trigger: string }
  | { type: "answer"; key: string; like?: string; outcome: Outcome }
  | { type: "fire"; timer: string }
  | { type: "pass"; duration: string };

const w = words.events;

/** An event in words, for whoever reads what happened. */
export function told(it: PreviewEvent): string {
  switch (it.type) {
    case "text": return w.text(it.body);
    case "visit": return w.visit(it.trigger);
    case "submit": return w.submit(it.button);
    case "say": return w.say(it.words);
    case "press": return w.press(it.keys);
    case "request": return w.request(it.trigger);
    case "schedule": return w.schedule(it.trigger);
    case "answer": return w.answer(it.like ?? it.key);
    case "fire": return w.fire(timerName(it.timer));
    case "pass": return w.pass(it.duration);
    case "open_link": return w.open_link;
    case "call": return w.call;
    case "silence": return w.silence;
    case "hold": return w.hold;
    case "forwarded": return `${w.forwarded}: ${words.call.ends[it.how]}`;
    case "pick_up": return it.machine ? words.call.machine : w.pick_up;
    case "hang_up": return w.hang_up;
    case "expire": return w.expire;
    case "restart": return w.restart;
  }
}

/** A waiting step’s timer is called `wake text 1 await_choice`; people know the step. */
export const timerName = (name: string) => /^wake \S+ \d+ (\S+)$/.exec(name)?.[1] ?? name;
