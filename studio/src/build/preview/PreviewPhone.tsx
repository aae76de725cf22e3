import "./preview.css";
import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useParams } from "react-router";
import { Note, Refusal } from "../../parts/Note";
import type { AppDocument } from "../document";
import { useDoc } from "../useEditor";
import { CallPane } from "./CallPane";
import { Clock } from "./Clock";
import { Head } from "./Head";
import { Log } from "./Log";
import { Outside } from "./Outside";
import { PagePane } from "./PagePane";
import { TextPane } from "./TextPane";
import { useReplay } from "./useReplay";
import { type Acting, useSession } from "./useSession";
import type { Width } from "./useWidth";
import { Values } from "./Values";
import { Tabs } from "./Tabs";
import type { View } from "./view";
import { words } from "./words";

const DEVICES = ["page", "text", "call"] as const;
const BELOW = ["log", "outside", "clock", "values"] as const;
export type Pane = (typeof DEVICES)[number] | (typeof BELOW)[number];

/** The draft as a customer would meet it: page, texts and call side by side on one journey, and beside them what the app does meanwhile. */
export function PreviewPhone({ width: { wide, room, setWide }, onClose }: { width: Width; onClose: () => void }) {
  const { app = "" } = useParams();
  const doc = useDoc(it => it);
  const acting = useSession(app);
  const { session, answers, does } = acting;
  const { view, problem } = useReplay(app, doc, session);
  const beside = wide && room;
  const [pane, setPane] = useState<Pane>("text");
  const [picked, setPicked] = useState<{ pane: Pane; despite?: string }>({ pane: "log" });
  const ask = view?.asked.find(it => it.kind === "http");
  const known = ask && answers[ask.like];
  const answered = useRef<View>(undefined);

  // What was answered before is answered again, until somebody wants to be asked.
  useEffect(() => {
    if (!ask || !known || answered.current === view) return;
    answered.current = view;
    does({ type: "answer", key: ask.key, like: ask.like, outcome: known });
  }, [ask, known, view, does]);

  // A question shows itself, once.
  const below = ask && !known && picked.despite !== ask.key ? "outside" : picked.pane;
  const setBelow = (it: Pane) => setPicked({ pane: it, despite: ask?.key });
  const all = { app, doc, view, acting, show: (it: Pane) => { setPane(it); if ((BELOW as readonly string[]).includes(it)) setBelow(it); } };
  const panes: Record<Pane, ReactNode> = {
    page: <PagePane {...all} />, text: <TextPane {...all} />, call: <CallPane {...all} />,
    log: <Log {...all} />, outside: <Outside {...all} />, clock: <Clock {...all} />, values: <Values {...all} />,
  };
  const counts: Partial<Record<Pane, number>> = { outside: view?.asked.length, clock: view?.timers.length };
  const tab = (it: Pane) => ({ key: it, label: words.panes[it], count: counts[it] });
  return (
    <section className="preview" aria-label={words.title}>
      <Head {...all} wide={wide} roomy={room} onWide={setWide} onClose={onClose} />
      {problem && <div className="preview-note"><Refusal of={problem} /></div>}
      {!problem && view && view.misfits.length > 0 && <Misfits {...all} />}
      {beside ? (
        <div className="preview-both">
          <div className="preview-devices">{DEVICES.map(it => <div key={it} className="preview-device">{panes[it]}</div>)}</div>
          <div className="preview-below">
            <Tabs label={words.below} tabs={BELOW.map(tab)} chosen={below} onChoose={it => setBelow(it as Pane)}>{panes[below]}</Tabs>
          </div>
        </div>
      ) : (
        <Tabs label={words.panes.label} tabs={[...DEVICES, ...BELOW].map(tab)} chosen={pane} onChoose={it => setPane(it as Pane)}>{panes[pane]}</Tabs>
      )}
    </section>
  );
}

export interface Part {
  app: string;
  doc: AppDocument;
  view: View | undefined;
  acting: Acting;
  show: (it: Pane) => void;
}

function Misfits({ view, acting }: Part) {
  const misfits = view?.misfits ?? [];
  return (
    <div className="preview-note">
      <Note tone="draft" title={words.misfit(misfits.length)} act={<Button size="compact-sm" variant="default" onClick={() => acting.leaveOut(misfits.map(it => it.event))}>{words.drop}</Button>}>
        {misfits.slice(0, 3).map((it, at) => <div key={at}>{words.at(it.event + 1)}: {it.text}</div>)}
      </Note>
    </div>
  );
}
