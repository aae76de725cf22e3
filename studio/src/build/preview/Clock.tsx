import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { timerName } from "./events";
import { moment } from "./moment";
import type { Part } from "./PreviewPhone";
import { words } from "./words";

const w = words.clock;

/** What will happen by the clock, and time that passes when the builder says so. */
export function Clock({ view, acting }: Part) {
  const [own, setOwn] = useState("");
  const timers = view?.timers ?? [];
  const open = view !== undefined && view.journey.turn > 0 && view.journey.standing === "open";
  const pass = (duration: string) => acting.does({ type: "pass", duration });
  const go = (event: FormEvent) => {
    event.preventDefault();
    if (own.trim()) pass(own.trim());
    setOwn("");
  };
  return (
    <div className="preview-clock">
      {open && <p className="small dim">{words.now(moment(view.now))}</p>}
      {timers.length === 0 ? <div className="preview-none"><strong>{w.none}</strong><span>{w.noneText}</span></div> : (
        <ul className="preview-kept">
          {timers.map(it => (
            <li key={it.name} className="row">
              <span className="grow breaks"><strong>{timerName(it.name)}</strong> <span className="small dim">{[w.kinds[it.kind], it.flow].filter(Boolean).join(" · ")} · {moment(it.at)}</span></span>
              <Button size="compact-sm" variant="default" aria-label={`${w.fire}: ${timerName(it.name)}`} onClick={() => acting.does({ type: "fire", timer: it.name })}>{w.fire}</Button>
            </li>
          ))}
        </ul>
      )}
      <fieldset className="preview-hand">
        <legend className="small">{w.pass}</legend>
        <form className="row" onSubmit={go}>
          {w.spans.map(it => <Button key={it} size="compact-md" variant="default" aria-label={w.span(it)} disabled={!open} onClick={() => pass(it)}>{it}</Button>)}
          <TextInput size="xs" className="preview-own" aria-label={w.own} placeholder="2h" value={own} onChange={event => setOwn(event.currentTarget.value)} />
          <Button type="submit" size="compact-md" variant="default" disabled={!open || !own.trim()}>{w.go}</Button>
        </form>
      </fieldset>
      <div className="row">
        <Button size="compact-md" variant="default" disabled={!open} onClick={() => acting.does({ type: "expire" })}>{w.expire}</Button>
        {open && <span className="small dim">{w.ends(moment(view.journey.expires))}</span>}
      </div>
    </div>
  );
}
