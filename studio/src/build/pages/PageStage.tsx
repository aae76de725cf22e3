import "./pages.css";
import { ActionIcon, SegmentedControl } from "@mantine/core";
import { IconArrowLeft, IconDeviceDesktop, IconDeviceMobile, IconLayoutSidebar, IconMoon, IconSun } from "@tabler/icons-react";
import { useCallback, useMemo, useState } from "react";
import { Link } from "react-router";
import { called } from "../../parts/Tips";
import { Gone } from "../inspect/Gone";
import { words } from "../inspect/words";
import { useSelected } from "../selection";
import { at } from "../document";
import { placeTo } from "../places";
import { useDoc, useEditor } from "../useEditor";
import { pathOfControl } from "./acts";
import { Frame } from "./Frame";
import { PageContext } from "./PageContext";
import { Palette } from "./Palette";
import { Sheet } from "./Sheet";
import { usePageActs } from "./usePageActs";
import { useRoom } from "./useRoom";

const w = words.page;
const WIDTHS = { phone: 390, desktop: 960 };
type Width = keyof typeof WIDTHS;

/** The page of a step, edited on the page itself, as wide as a phone or a desktop. */
export function PageStage({ flow, step }: { flow: string; step: string }) {
  const editor = useEditor();
  const [selected, select] = useSelected();
  const page = `flows/${flow}/steps/${step}/controls`;
  const isPage = useDoc(doc => doc.flows?.[flow]?.steps?.[step]?.type === "page");
  const wanted = selected.kind === "control" ? selected.control : undefined;
  const chosen = useDoc(doc => (wanted === undefined ? undefined : pathOfControl(at(doc, page), wanted)));
  const choose = useCallback((path: string | undefined) => select(path === undefined ? { kind: "step", flow, step } : { kind: "control", flow, step, control: path }), [select, flow, step]);
  const acts = usePageActs(page, choose);
  const [width, setWidth] = useState<Width>("phone");
  const [night, setNight] = useState(false);
  const [palette, setPalette] = useState(() => window.matchMedia("(min-width: 821px)").matches);
  const [room, measure] = useRoom();
  const context = useMemo(() => ({ page, chosen, choose }), [page, chosen, choose]);
  if (!isPage) return <Gone title={w.notPage} text={w.notPageText} />;
  const pixels = WIDTHS[width];
  const scale = Math.min(1, Math.max(0.3, room / pixels));
  return (
    <div className="page-stage" data-palette={palette || undefined}>
      <header className="page-bar">
        <ActionIcon {...called(w.back)} component={Link} to={placeTo(editor.app, { kind: "step", flow, step })} variant="subtle" color="gray"><IconArrowLeft size={18} /></ActionIcon>
        <h2 className="page-name">{step}</h2>
        <span className="grow" />
        <ActionIcon variant="subtle" color="gray" aria-label={w.palette} aria-pressed={palette} onClick={() => setPalette(!palette)}><IconLayoutSidebar size={18} /></ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={`${w.look}: ${night ? w.dark : w.light}`} onClick={() => setNight(!night)}>{night ? <IconMoon size={18} /> : <IconSun size={18} />}</ActionIcon>
        <SegmentedControl
          size="xs" aria-label={w.width} value={width} onChange={to => setWidth(to as Width)}
          data={[{ value: "phone", label: <span className="width"><IconDeviceMobile size={15} aria-hidden />{w.phone}</span> }, { value: "desktop", label: <span className="width"><IconDeviceDesktop size={15} aria-hidden />{w.desktop}</span> }]}
        />
      </header>
      {palette && <Palette onAdd={type => acts.add(type, chosen)} />}
      <div className="page-room" tabIndex={0} role="region" aria-label={w.stage(step)} onClick={() => choose(undefined)}>
        <div className="page-measure" ref={measure} />
        <PageContext value={context}>
          <Frame title={w.stage(step)} width={pixels} scale={scale} night={night}><Sheet flow={flow} step={step} chosen={chosen} acts={acts} choose={choose} /></Frame>
        </PageContext>
        <p className="page-keys dim">{w.keys}</p>
      </div>
    </div>
  );
}
