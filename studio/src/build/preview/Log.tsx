import { Button } from "@mantine/core";
import { Fragment, useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { timerName, told } from "./events";
import { moment } from "./moment";
import type { Part } from "./PreviewPhone";
import { shown, steps } from "./trail";
import type { Effect, Turn } from "./view";
import { words } from "./words";

const w = words.log;
const FEW = 6;

/** Every event with what it did: the steps it walked, the variables it changed, what left the app. */
export function Log(part: Part) {
  const { view, acting } = part;
  const { events } = acting.session;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => { void list.current?.lastElementChild?.scrollIntoView({ block: "nearest" }); }, [view, events.length]);
  if (events.length === 0) return <div className="preview-none"><strong>{words.nothing}</strong><span>{words.nothingText}</span></div>;
  return (
    <ol className="preview-log" ref={list}>
      {events.map((event, at) => {
        const turns = (view?.turns ?? []).filter(it => it.event === at);
        const misfit = view?.misfits.find(it => it.event === at);
        return (
          <li key={at}>
            <div className="row">
              <strong className="grow breaks">{told(event)}</strong>
              {turns[0] && <span className="small dim nowrap">{moment(turns[0].at)}</span>}
              {at < events.length - 1 && <Button size="compact-xs" variant="subtle" color="gray" onClick={() => acting.backTo(at)} aria-label={`${w.takeBack}: ${told(event)}`}>{w.takeBack}</Button>}
            </div>
            {misfit && <p className="small preview-trouble breaks">{misfit.text}</p>}
            {turns.map((turn, which) => <Walked key={which} {...part} turn={turn} event={at} own={which === 0} />)}
          </li>
        );
      })}
    </ol>
  );
}

function Walked({ app, acting, view, turn, event, own }: Part & { turn: Turn; event: number; own: boolean }) {
  const [all, setAll] = useState(false);
  const walked = steps(turn);
  const changed = turn.changes.filter(it => it.after !== undefined);
  const few = all ? walked : walked.slice(0, FEW);
  return (
    <div className="preview-turn">
      {w.by[turn.by] && !own && <p className="small dim">{w.by[turn.by]}</p>}
      {walked.length > 0 && (
        <p className="preview-steps small">
          <span className="skip">{w.steps}: </span>
          {few.map((it, at) => (
            <Fragment key={at}>{at > 0 && <span className="dim" aria-hidden> › </span>}<Link to={`/apps/${encodeURIComponent(app)}/build/flows/${encodeURIComponent(it.flow)}?step=${encodeURIComponent(it.step)}&preview`}>{it.flow}<span className="dim">/</span>{it.step}</Link></Fragment>
          ))}
          {walked.length > few.length && <> <button type="button" className="preview-more" onClick={() => setAll(true)}>{w.showAll(walked.length)}</button></>}
        </p>
      )}
      {turn.effects.filter(it => it.kind !== "page" && !(it.kind === "call" && it.name === "hold")).map((it, at) => <Did key={at} effect={it} mine={String(view?.journey.contact.phone ?? "")} onFail={it.key && it.kind === "email" && turn.by !== "answer" ? () => acting.insert(event, { type: "answer", key: it.key!, outcome: { failure: "EMAIL_REFUSED" } }) : undefined} />)}
      {turn.answered && <p className="small">{w.answered(turn.answered.status)} {turn.answered.body !== undefined && <code className="breaks">{shown(turn.answered.body)}</code>}</p>}
      {changed.length > 0 && (
        <dl className="preview-changes small" aria-label={w.changed}>
          {changed.map(it => (
            <div key={it.name}><dt><code>{it.name}</code></dt><dd><span className="skip">{w.before}: </span><s className="dim">{shown(it.before) || w.unset}</s> → <span className="skip">{w.after}: </span><span>{shown(it.after) || w.unset}</span></dd></div>
          ))}
        </dl>
      )}
    </div>
  );
}

function Did({ effect, mine, onFail }: { effect: Effect; mine: string; onFail?: () => void }) {
  const bad = effect.kind === "incident" || (effect.kind === "log" && effect.name === "error");
  const name = effect.kind.startsWith("timer") ? timerName(effect.name ?? "") : effect.kind === "metric" || effect.kind === "log" ? effect.name : effect.to === mine ? undefined : effect.to;
  const text = [name, effect.code, effect.value, effect.text.replace(/\s*\(listens\)$/, ""), effect.at && moment(effect.at)].filter(it => it !== undefined && it !== "").join(" · ");
  return (
    <p className={`preview-did small breaks ${bad ? "bad" : ""}`}>
      <span className="dim">{w.effects[effect.kind] ?? effect.kind}</span> <span>{text}{effect.step && <> · <code>{effect.flow}/{effect.step}</code></>}</span>
      {onFail && <Button size="compact-xs" variant="subtle" color="gray" onClick={onFail}>{w.fails}</Button>}
    </p>
  );
}
