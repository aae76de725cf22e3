import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconArrowLeft, IconDots } from "@tabler/icons-react";
import { Suspense } from "react";
import { Link, NavLink, Outlet, useParams, useSearchParams } from "react-router";
import { address } from "../api/client";
import { useGet } from "../api/hooks";
import { Note } from "../parts/Note";
import { Head } from "../parts/Page";
import { State } from "../parts/State";
import { Tabs } from "../parts/Tabs";
import { Bones, Wait } from "../parts/Wait";
import { Publish } from "../publish/Publish";
import { useMay } from "../shell/me";
import { words } from "../words";
import { foremost, standing } from "./status";

const w = words.app;

/** The head of one app, its tabs, and the publish dialog over whichever of them. */
export function AppFrame() {
  const name = useParams().app ?? "";
  const path = { app: name };
  const app = useGet("/api/v1/apps/{app}", { path });
  const lives = useGet("/api/v1/apps/{app}/deployments", { path }, { every: 15_000 });
  const may = useMay("developer");
  const [query, setQuery] = useSearchParams();
  const asked = query.get("publish");
  const first = foremost(lives.data?.items ?? []);
  const rolled = lives.data?.items.filter(it => it.rolled_back) ?? [];
  const open = (profile: string | null) => setQuery(before => {
    const after = new URLSearchParams(before);
    if (profile === null) after.delete("publish");
    else after.set("publish", profile);
    return after;
  });
  const export_ = () => download(name);
  return (
    <Wait query={app}>
      {it => (
        <>
          <Head
            title={it.title || it.name}
            over={<Link className="crumb" to="/apps"><IconArrowLeft size={14} aria-hidden /> {words.nav.apps}</Link>}
            text={first && <span className="row"><State {...{ look: standing(first).look }}>{standing(first).text}</State>{first.live && <span className="small">{first.name}</span>}<span className="small">{w.draftAt(it.revision)}</span></span>}
            acts={may && (
              <>
                <Menu position="bottom-end" withinPortal>
                  <Menu.Target><ActionIcon variant="default" size={36} aria-label={w.more}><IconDots size={18} /></ActionIcon></Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item onClick={() => void export_()}>{w.export}</Menu.Item>
                    <Menu.Item component={Link} to={`/activity?app=${it.name}`}>{w.activity}</Menu.Item>
                  </Menu.Dropdown>
                </Menu>
                <Button variant="default" component={Link} to={`/apps/${it.name}/build`}>{w.build}</Button>
                <Button onClick={() => open(first?.name ?? "Production")}>{w.publish}</Button>
              </>
            )}
          />
          <Tabs label={it.title}>
            <NavLink to={`/apps/${it.name}`} end>{w.overview}</NavLink>
            <NavLink to={`/apps/${it.name}/settings`}>{w.settings}</NavLink>
            <NavLink to={`/apps/${it.name}/versions`}>{w.versions}</NavLink>
            <NavLink to={`/apps/${it.name}/records`}>{w.records}</NavLink>
          </Tabs>
          {rolled.map(back => (
            <div key={back.profile} style={{ marginBottom: 16 }}>
              <Note tone="failed" title={back.version === back.rolled_back?.from ? w.rolledBackTo(back.name, back.rolled_back?.to ?? 0) : w.rolledBack(back.name, back.version ?? 0, back.rolled_back?.from ?? 0)}>{w.rolledBackText}</Note>
            </div>
          ))}
          <Suspense fallback={<Bones />}><Outlet context={{ name: it.name, revision: it.revision }} /></Suspense>
          {asked && <Publish app={it.name} first={asked} onClose={() => open(null)} />}
        </>
      )}
    </Wait>
  );
}

/** The draft as a file for people and git. */
async function download(app: string) {
  const answer = await fetch(address("/api/v1/apps/{app}/draft", { path: { app } }), { headers: { Accept: "application/yaml" } });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = `${app}.yaml`;
  link.click();
  URL.revokeObjectURL(link.href);
}
