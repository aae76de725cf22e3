// The texts of a replay as a thread: what the customer wrote, what the app wrote, and what else arrived.
import type { PreviewEvent } from "./events";
import type { View } from "./view";
import { words } from "./words";

export type Bubble = { who: "me" | "app"; text: string; event: number } | { who: "between"; text: string; event: number };

export function thread(events: PreviewEvent[], view: View | undefined): Bubble[] {
  const bubbles: Bubble[] = [];
  let link: string | undefined;
  events.forEach((event, at) => {
    const turns = (view?.turns ?? []).filter(it => it.event === at);
    const first = turns[0];
    if (first) {
      if (link !== undefined && first.link !== link) bubbles.push({ who: "between", text: words.thread.anew, event: at });
      link = first.link;
    }
    if (event.type === "text" && !view?.misfits.some(it => it.event === at)) bubbles.push({ who: "me", text: event.body, event: at });
    for (const effect of turns.flatMap(it => it.effects)) {
      if (effect.kind === "text") bubbles.push({ who: "app", text: effect.text, event: at });
      if (effect.kind === "email") bubbles.push({ who: "between", text: words.thread.email(effect.to ?? "", effect.code ?? ""), event: at });
    }
  });
  return bubbles;
}

/** A text cut at the journey links in it, which can be opened here. */
export function pieces(text: string, links: string): { text: string; link: boolean }[] {
  const found: { text: string; link: boolean }[] = [];
  let from = 0;
  for (let at = text.indexOf(links); at >= 0; at = text.indexOf(links, from)) {
    if (at > from) found.push({ text: text.slice(from, at), link: false });
    const end = at + links.length + (/^[\w-]*/.exec(text.slice(at + links.length))?.[0].length ?? 0);
    found.push({ text: text.slice(at, end), link: true });
    from = end;
  }
  if (from < text.length) found.push({ text: text.slice(from), link: false });
  return found;
}

export interface Line {
  who: "me" | "app" | "between";
  text: string;
}

/** What was said on the call that is on, or on the last one. */
export function spoken(events: PreviewEvent[], view: View | undefined): Line[] {
  const begins = events.reduce((last, it, at) => (it.type === "call" || it.type === "pick_up" ? at : last), -1);
  const lines: Line[] = [];
  events.forEach((event, at) => {
    if (begins < 0 || at < begins || view?.misfits.some(it => it.event === at)) return;
    if (event.type === "say") lines.push({ who: "me", text: event.words });
    if (event.type === "press") lines.push({ who: "me", text: event.keys });
    for (const turn of (view?.turns ?? []).filter(it => it.event === at))
      for (const effect of turn.effects)
        if (effect.kind === "call") lines.push(...said(effect.name ?? "", effect.text));
  });
  return lines;
}

function said(verb: string, text: string): Line[] {
  if (verb === "speak") return [{ who: "app", text }];
  if (verb === "listen") return text.replace(/\s*\(listens\)$/, "") ? [{ who: "app", text: text.replace(/\s*\(listens\)$/, "") }] : [];
  if (verb === "hold") return [];
  return [{ who: "between", text: verb === "play" || verb === "forward" ? text : (words.call.verbs[verb] ?? text) }];
}

/** Whether the page of the journey that is played now was opened: by a starting link or the journey's own. */
export function opened(events: PreviewEvent[], view: View | undefined): boolean {
  const begins = view?.turns.find(it => view.journey.link.endsWith("/" + it.link))?.event ?? 0;
  return events.some((it, at) => at >= begins && (it.type === "visit" || it.type === "open_link" || it.type === "submit"));
}
