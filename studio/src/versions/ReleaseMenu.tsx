import { ActionIcon, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { Link } from "react-router";
import type { Release } from "../api/types";
import { words } from "../words";
import type { Act } from "./ReleaseActs";

const w = words.versions;

/** What can be done with one release of the history. */
export function ReleaseMenu({ app, of, liveId, may, onAct }: { app: string; of: Release; liveId: string | undefined; may: boolean; onAct: (act: Act) => void }) {
  const wasLive = of.state === "live" || of.state === "superseded";
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target><ActionIcon variant="subtle" color="gray" aria-label={w.menuOf(of.version, of.number)}><IconDots size={18} /></ActionIcon></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to={`/apps/${app}/versions/compare?from=${of.id}&to=draft`}>{w.compareDraft}</Menu.Item>
        {liveId && liveId !== of.id && <Menu.Item component={Link} to={`/apps/${app}/versions/compare?from=${of.id}&to=${liveId}`}>{w.compareLive}</Menu.Item>}
        {may && wasLive && !of.live && <Menu.Item onClick={() => onAct({ kind: "rollback", release: of })}>{w.rollBack(of.version)}</Menu.Item>}
        {may && wasLive && <Menu.Item onClick={() => onAct({ kind: "promote", release: of })}>{w.promote}</Menu.Item>}
        {may && <Menu.Item onClick={() => onAct({ kind: "restore", release: of })}>{w.restore(of.version)}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
