import { ActionIcon, TextInput } from "@mantine/core";
import { IconSend2 } from "@tabler/icons-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { Part } from "./PreviewPhone";
import { pieces, thread } from "./thread";
import { words } from "./words";

const w = words.thread;

/** The thread on the customer’s phone. */
export function TextPane({ doc, view, acting, show }: Part) {
  const [body, setBody] = useState("");
  const end = useRef<HTMLDivElement>(null);
  const bubbles = thread(acting.session.events, view);
  const count = bubbles.length;
  useEffect(() => { void end.current?.scrollTo({ top: end.current.scrollHeight }); }, [count]);
  const texts = Object.values(doc.triggers ?? {}).some(it => it.type === "text") || Object.values(doc.flows ?? {}).some(it => it.channel === "text");
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!body.trim()) return;
    acting.does({ type: "text", body });
    setBody("");
  };
  const open = (link: string) => { acting.does({ type: "open_link", link }); show("page"); };
  return (
    <section className="preview-pane" aria-label={w.label}>
      <header><h3>{words.panes.text}</h3></header>
      <div className="preview-thread" ref={end} role="log" aria-label={w.label} tabIndex={0}>
        {count === 0 && <div className="preview-none"><span>{texts ? w.quiet : w.none}</span></div>}
        {bubbles.map((it, at) => it.who === "between" ? <div key={at} className="between">{it.text}</div> : (
          <div key={at} className={it.who === "me" ? "said them" : "said"}>
            <span className="skip">{it.who === "me" ? w.me : w.app}: </span>
            {pieces(it.text, view?.links ?? "\0").map((piece, which) => piece.link
              ? <button key={which} type="button" className="preview-link" title={w.opens} onClick={() => open(piece.text)}>{piece.text.replace(/^https:\/\//, "")}</button>
              : <span key={which}>{piece.text}</span>)}
          </div>
        ))}
      </div>
      {texts && (
        <form className="preview-write" onSubmit={send}>
          <TextInput className="grow" aria-label={w.write} placeholder={w.write} value={body} onChange={event => setBody(event.currentTarget.value)} />
          <ActionIcon type="submit" size={36} aria-label={w.send} disabled={!body.trim()}><IconSend2 size={18} /></ActionIcon>
        </form>
      )}
    </section>
  );
}
