import { Button } from "@mantine/core";
import { getNonce } from "get-nonce";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { call } from "../../api/client";
import { State } from "../../parts/State";
import { framed, listen, reveal, type Sent } from "./frame";
import type { Part } from "./PreviewPhone";
import { opened } from "./thread";
import { wish } from "./useReplay";
import type { View } from "./view";
import { words } from "./words";

const w = words.page;

/** The page as the customer has it in hand. */
export function PagePane(part: Part) {
  const { view, acting } = part;
  const page = view?.page;
  const open = opened(acting.session.events, view);
  return (
    <section className="preview-pane" aria-label={words.panes.page}>
      <header><h3>{words.panes.page}</h3>{page && open && page.kind !== "page" && <State look={page.kind === "erred" ? "failed" : "past"}>{w.kinds[page.kind] ?? page.kind}</State>}</header>
      {page && open ? <Framed {...part} page={page} /> : (
        <div className="preview-none">
          {page ? <><strong>{w.waits}</strong><Button size="compact-md" variant="default" onClick={() => view && acting.does({ type: "open_link", link: view.journey.link })}>{w.open}</Button></>
            : <><strong>{w.none}</strong><span>{w.noneText}</span></>}
        </div>
      )}
      {page?.trouble && <p className="preview-trouble small breaks">{page.trouble}</p>}
    </section>
  );
}

function Framed({ app, doc, acting, page }: Part & { page: NonNullable<View["page"]> }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const html = useMemo(() => framed(page.html, getNonce() ?? ""), [page.html]);
  const typed = useCallback(
    async (it: Sent) => {
      const view = (await call("post", "/api/v1/apps/{app}/draft/preview", { path: { app }, body: wish(doc, acting.session, it.fields) }).catch(() => undefined)) as View | undefined;
      const inside = frame.current?.contentDocument;
      if (inside && view?.page?.visible && view.page.token === page.token) reveal(inside, view.page.visible);
    },
    [app, doc, acting.session, page.token],
  );
  const hears = useRef({ send: acting.does, typed });
  useEffect(() => {
    hears.current = { send: acting.does, typed };
  }, [acting.does, typed]);
  const loaded = () => {
    const inside = frame.current?.contentDocument;
    if (inside) listen(inside, it => hears.current.send({ type: "submit", ...it }), it => void hears.current.typed(it));
  };
  return <iframe ref={frame} className="preview-frame" title={w.frame(page.title)} sandbox="allow-same-origin allow-forms" srcDoc={html} onLoad={loaded} />;
}
