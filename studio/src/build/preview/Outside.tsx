import { Button, Checkbox, Textarea, TextInput } from "@mantine/core";
import { IconWorldShare } from "@tabler/icons-react";
import { useState } from "react";
import { call } from "../../api/client";
import { useAct } from "../../api/hooks";
import { Refusal } from "../../parts/Note";
import { json } from "./Begin";
import type { Outcome } from "./events";
import type { Part } from "./PreviewPhone";
import type { Ask } from "./view";
import { wish } from "./useReplay";
import { words } from "./words";

const w = words.outside;

/** What the app asks the world outside: answered by hand, or really asked. */
export function Outside(part: Part) {
  const { view, acting } = part;
  const asked = view?.asked ?? [];
  const remembered = Object.entries(acting.answers);
  return (
    <div className="preview-outside">
      {asked.length === 0 && <div className="preview-none"><strong>{w.none}</strong><span>{w.noneText}</span></div>}
      {asked.map(it => <Asked key={it.key + it.like} {...part} ask={it} />)}
      {remembered.length > 0 && (
        <ul className="preview-kept">
          {remembered.map(([like, outcome]) => (
            <li key={like} className="row small"><span className="grow breaks"><code>{like}</code> <span className="dim">{w.remembered}: {brief(outcome)}</span></span>
              <Button size="compact-xs" variant="subtle" color="gray" aria-label={`${w.forget}: ${like}`} onClick={() => acting.remember(like, undefined)}>{w.forget}</Button></li>
          ))}
        </ul>
      )}
      <p className="small dim">{w.itself}</p>
    </div>
  );
}

const brief = (it: Outcome) => it.failure ?? String(it.status ?? "");

function Asked({ app, doc, acting, ask }: Part & { ask: Ask }) {
  const { profile } = acting.session;
  const [status, setStatus] = useState("200");
  const [body, setBody] = useState("{\n  \n}");
  const [keep, setKeep] = useState(false);
  const read = json(body);
  const answer = (outcome: Outcome) => {
    if (keep) acting.remember(ask.like, outcome);
    acting.does({ type: "answer", key: ask.key, like: ask.like, outcome });
  };
  const really = useAct(() => call("post", "/api/v1/apps/{app}/draft/preview/outside", { path: { app }, body: { preview: wish(doc, acting.session), key: ask.key } }), out => answer(out as Outcome));
  return (
    <div className="preview-ask">
      <div><strong className="breaks">{ask.like}</strong> <span className="small dim">{ask.flow}/{ask.step} · {w.waits}</span></div>
      {ask.request.body !== undefined && ask.request.body !== "" && <pre className="mono small">{JSON.stringify(ask.request.body, null, 2)}</pre>}
      {ask.kind === "http" && (
        <div className="row">
          <Button size="compact-md" variant="light" leftSection={<IconWorldShare size={15} />} disabled={!profile} loading={really.isPending} onClick={() => really.mutate(undefined)}>{profile ? w.realUnder(profile) : w.real}</Button>
          {!profile && <span className="small dim">{w.needsProfile}</span>}
        </div>
      )}
      <Refusal of={really.error} />
      <fieldset className="preview-hand">
        <legend className="small">{w.byHand}</legend>
        <div className="row top">
          <TextInput size="xs" className="preview-status" label={w.status} inputMode="numeric" value={status} onChange={event => setStatus(event.currentTarget.value.replace(/\D/g, "").slice(0, 3))} />
          <Textarea size="xs" className="grow" classNames={{ input: "mono" }} label={w.body} autosize minRows={2} maxRows={10} value={body} onChange={event => setBody(event.currentTarget.value)} error={read ? undefined : w.badJson} />
        </div>
        <div className="row">
          <Button size="compact-md" disabled={!read || !/^[1-5]\d\d$/.test(status)} onClick={() => answer({ status: Number(status), body: read?.value })}>{w.answer}</Button>
          <Button size="compact-md" variant="default" onClick={() => answer({ failure: "HTTP_UNREACHABLE" })}>{w.failures.HTTP_UNREACHABLE}</Button>
          <Button size="compact-md" variant="default" onClick={() => answer({ failure: "HTTP_TOO_SLOW" })}>{w.failures.HTTP_TOO_SLOW}</Button>
          <Checkbox size="xs" label={w.remember} checked={keep} onChange={event => setKeep(event.currentTarget.checked)} />
        </div>
      </fieldset>
    </div>
  );
}
