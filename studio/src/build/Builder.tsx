import { Suspense, useEffect, useState } from "react";
import { Outlet, useLocation, useSearchParams } from "react-router";
import { late } from "../parts/late";
import { useSoon } from "../parts/useSoon";
import { Bones } from "../parts/Wait";
import type { Draft } from "../api/types";
import { BottomBar } from "./bottom/BottomBar";
import { ConflictDialog } from "./conflict/ConflictDialog";
import { Editor } from "./editor";
import { Panes, type Pane } from "./Panes";
import { Rail } from "./Rail";
import { readDraft, saver } from "./saving";
import { useSelected } from "./selection";
import { TopBar } from "./top/TopBar";
import { Tree } from "./tree/Tree";
import { EditorContext } from "./useEditor";
import { useHere } from "./presence";
import { Preview } from "./preview/Preview";
import { useWidth } from "./preview/useWidth";
import { useKeeping } from "./keeping";
import { words } from "./words";

const Inspector = late(() => import("./inspect/Inspector").then(it => it.Inspector), <Bones />);
void Inspector.ask(); // nearly every place of the builder has it: it need not wait for the draft

/** One app in the builder: what it has on the left, what is built in the middle, what is selected on the right. */
export function Builder({ app, draft }: { app: string; draft: Draft }) {
  const [editor] = useState(() => new Editor(app, draft, saver(app)));
  useEffect(() => void editor.moved(draft), [editor, draft]);
  return (
    <EditorContext value={editor}>
      <Desk app={app} />
    </EditorContext>
  );
}

function Desk({ app }: { app: string }) {
  const [query, setQuery] = useSearchParams();
  const [pane, setPane] = useState<Pane>("stage");
  useKeeping();
  const others = useHere(app, () => readDraft(app));
  const stage = useSoon();
  const rest = useSoon(stage);
  const details = hasDetails(useLocation().pathname);
  const preview = query.has("preview");
  const show = (open: boolean) => setQuery(before => {
    const after = new URLSearchParams(before);
    if (open) after.set("preview", "");
    else after.delete("preview");
    return after;
  }, { replace: true });
  return (
    <div className="desk" data-pane={pane} data-details={details || undefined} data-preview={preview || undefined}>
      <TopBar app={app} others={others} preview={preview} onPreview={show} />
      <Rail app={app} />
      <main className="work" id="main">
        <Tree app={app} onGo={() => setPane("stage")} />
        <div className="stage">
          {stage && <Suspense fallback={<Bones />}><Outlet /></Suspense>}
        </div>
        {details && <Details soon={rest} />}
        {preview && <Beside onClose={() => show(false)} />}
      </main>
      <BottomBar app={app} onGo={() => setPane("stage")} />
      <Panes pane={pane} details={details} onPane={setPane} />
      <ConflictDialog />
    </div>
  );
}

function Beside({ onClose }: { onClose: () => void }) {
  const width = useWidth();
  return (
    <div className="beside" data-wide={(width.wide && width.room) || undefined}>
      <Preview width={width} onClose={onClose} />
    </div>
  );
}

/** The inspector stands beside the map, a canvas and a page; scripts and screens need the room themselves. */
const hasDetails = (path: string) => /\/build(\/triggers\/[^/]+|\/flows\/[^/]+(\/pages\/[^/]+)?)?\/?$/.test(path);

/** Its place is kept from the first, so that the canvas is not moved when they come. */
function Details({ soon }: { soon: boolean }) {
  const [selected] = useSelected();
  const back = (event: React.KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented) document.querySelector<HTMLElement>("[data-canvas]")?.focus({ preventScroll: true });
  };
  return (
    <section className="details" aria-label={words.panes.inspector} data-inspector onKeyDown={back}>
      {soon && <Inspector selected={selected} />}
    </section>
  );
}
