import { ActionIcon, Button, TextInput } from "@mantine/core";
import { IconPhone, IconPhoneOff, IconVolume, IconVolumeOff } from "@tabler/icons-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { State } from "../../parts/State";
import { called } from "../../parts/Tips";
import { DialPad } from "./DialPad";
import type { Ending } from "./events";
import type { Part } from "./PreviewPhone";
import { spoken } from "./thread";
import { canSpeak, useAloud } from "./useAloud";
import { words } from "./words";

const w = words.call;
const ENDS: Ending[] = ["completed", "busy", "no_answer", "failed"];

/** The call: what is heard, and what the person on it can do. */
export function CallPane({ doc, view, acting }: Part) {
  const lines = spoken(acting.session.events, view);
  const state = view?.call.state ?? "none";
  const hearing = view?.call.hearing;
  const takes = Object.values(doc.triggers ?? {}).some(it => it.type === "call");
  const [aloud, setAloud] = useState(false);
  useAloud(aloud, lines, view?.call.verbs.find(it => it.language)?.language);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => { void end.current?.scrollTo({ top: end.current.scrollHeight }); }, [lines.length]);
  return (
    <section className="preview-pane" aria-label={w.label}>
      <header>
        <h3>{words.panes.call}</h3>
        {state !== "none" && <State look={state === "rings" ? "draft" : "live"}>{w.states[state] ?? state}</State>}
        <span className="grow" />
        {canSpeak() && (
          <ActionIcon {...called(aloud ? w.quietly : w.aloud)} variant="subtle" color="gray" size="sm" aria-pressed={aloud} onClick={() => setAloud(!aloud)}>{aloud ? <IconVolume size={16} /> : <IconVolumeOff size={16} />}</ActionIcon>
        )}
      </header>
      <div className="preview-thread" ref={end} role="log" aria-label={w.label} tabIndex={0}>
        {lines.length === 0 && <div className="preview-none"><span>{takes ? w.quiet : w.none}</span></div>}
        {lines.map((it, at) => it.who === "between" ? <div key={at} className="between">{it.text}</div>
          : <div key={at} className={it.who === "me" ? "said them" : "said"}><span className="skip">{it.who === "me" ? words.thread.me : words.thread.app}: </span>{it.text}</div>)}
      </div>
      <div className="preview-phone">
        {state === "none" && takes && <Button fullWidth variant="default" leftSection={<IconPhone size={16} />} onClick={() => acting.does({ type: "call" })}>{w.begin}</Button>}
        {state === "rings" && (
          <>
            <Button fullWidth leftSection={<IconPhone size={16} />} onClick={() => acting.does({ type: "pick_up", machine: false })}>{w.pickUp}</Button>
            <div className="row">
              <Button className="grow" variant="default" size="compact-md" onClick={() => acting.does({ type: "pick_up", machine: true })}>{w.machine}</Button>
              <Button className="grow" variant="default" size="compact-md" onClick={() => acting.does({ type: "hang_up", how: "no_answer" })}>{w.ignore}</Button>
            </div>
          </>
        )}
        {state === "forwards" && (
          <fieldset className="preview-ends"><legend className="small dim">{w.through}</legend>
            {ENDS.map(how => <Button key={how} variant="default" size="compact-md" onClick={() => acting.does({ type: "forwarded", how })}>{w.ends[how]}</Button>)}
          </fieldset>
        )}
        {state === "holds" && <Button fullWidth variant="default" onClick={() => acting.does({ type: "hold" })}>{w.goOn}</Button>}
        {state === "listens" && hearing?.keypad && <DialPad digits={hearing.digits} onKeys={keys => acting.does({ type: "press", keys })} />}
        {state === "listens" && hearing?.speech && <Say onSay={it => acting.does({ type: "say", words: it })} />}
        {state !== "none" && state !== "rings" && (
          <div className="preview-say">
            {state === "listens" && <Button variant="default" onClick={() => acting.does({ type: "silence" })}>{w.silence}</Button>}
            <Button className="grow preview-hangup" variant="default" leftSection={<IconPhoneOff size={16} />} onClick={() => acting.does({ type: "hang_up" })}>{w.hangUp}</Button>
          </div>
        )}
      </div>
    </section>
  );
}

function Say({ onSay }: { onSay: (it: string) => void }) {
  const [text, setText] = useState("");
  const say = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) onSay(text);
    setText("");
  };
  return (
    <form className="preview-say" onSubmit={say}>
      <TextInput className="grow" size="xs" aria-label={w.say} placeholder={w.say} value={text} onChange={event => setText(event.currentTarget.value)} />
      <Button type="submit" size="xs" variant="default" disabled={!text.trim()}>{w.sayIt}</Button>
    </form>
  );
}
