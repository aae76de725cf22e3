import "./script.css";
import { openSearchPanel } from "@codemirror/search";
import { Button } from "@mantine/core";
import { IconSearch, IconWand } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { Note } from "../../parts/Note";
import { Select } from "../../parts/Select";
import { State } from "../../parts/State";
import { useDoc, useEditor } from "../useEditor";
import { extensions } from "./extensions";
import { keptFor } from "./kept";
import { MarkList } from "./MarkList";
import { outline } from "./outline";
import { schemas } from "./app-schema";
import { ScriptSession, type Status } from "./session";
import { words } from "./words";

/** A flow, or with none the whole document, as a text that means the same as the canvas. */
export function ScriptStage({ flow }: { flow?: string }) {
  const there = useDoc(doc => flow === undefined || doc.flows?.[flow] !== undefined);
  return there ? <Script key={flow ?? ""} flow={flow} /> : <div className="script"><div className="script-gone"><Note tone="draft" title={words.gone}>{words.goneText}</Note></div></div>;
}

function Script({ flow }: { flow?: string }) {
  const editor = useEditor();
  const [query] = useSearchParams();
  const box = useRef<HTMLDivElement>(null);
  const session = useRef<ScriptSession>(undefined);
  const [open, setOpen] = useState(false);
  const [status, setStatus] = useState<Status>({ state: "read", marks: [], at: [] });
  const places = useDoc(doc => outline(doc, flow));
  const step = query.get("step") ?? undefined;

  // The text is drawn in a task of its own: together with all that stands around it, nobody would be heard meanwhile.
  useEffect(() => {
    const soon = setTimeout(() => {
      if (!box.current) return;
      const base = flow === undefined ? [] : ["flows", flow];
      const scope = { base, doc: () => editor.get().doc };
      session.current = new ScriptSession(box.current, editor, base, schemas, it => extensions(it, schemas, scope, words.label(flow)), keptFor(editor.app, base), setStatus);
      setOpen(true);
    });
    return () => {
      clearTimeout(soon);
      session.current?.end();
      session.current = undefined;
    };
  }, [editor, flow]);

  useEffect(() => {
    if (open && step && flow !== undefined) session.current?.goTo(["steps", step]);
  }, [open, step, flow]);

  return (
    <section className="script" aria-label={words.label(flow)}>
      <div className="script-bar">
        <Select size="xs" searchable aria-label={words.goTo} placeholder={words.goTo} data={places} value={null} nothingFoundMessage={words.nothing} onChange={it => it && session.current?.goTo(it.split("/"))} />
        <Button size="xs" variant="default" leftSection={<IconSearch size={14} aria-hidden />} onClick={() => session.current && openSearchPanel(session.current.view)}>{words.search}</Button>
        <Button size="xs" variant="default" leftSection={<IconWand size={14} aria-hidden />} disabled={status.state === "unread"} onClick={() => session.current?.tidy()}>{words.format}</Button>
        <span className="grow" />
        <span role="status"><Said of={status} /></span>
      </div>
      <div className="script-text" ref={box} />
      <MarkList status={status} session={session} />
    </section>
  );
}

function Said({ of }: { of: Status }) {
  if (of.state === "unread") return <State look="failed">{words.unread(of.marks.length)}</State>;
  if (of.marks.some(it => it.severity === "error")) return <State look="draft">{words.problems(of.marks.length)}</State>;
  return <State look={of.state === "waiting" ? "past" : "live"}>{of.state === "waiting" ? words.waiting : words.read}</State>;
}
