import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { call } from "../api/client";
import { usePages } from "../api/hooks";
import type { App, Live } from "../api/types";
import { Rows } from "../console/Cells";
import { late } from "../parts/late";
import { More } from "../parts/More";
import { Card, Empty, Head } from "../parts/Page";
import { Select } from "../parts/Select";
import { State } from "../parts/State";
import { Wait } from "../parts/Wait";
import { When } from "../parts/When";
import { useMay } from "../shell/me";
import { words } from "../words";
import { standing } from "./status";

const w = words.apps;
const NewApp = late(() => import("./NewApp").then(it => it.NewApp));
type Filter = "all" | "live" | "changed" | "draft";

interface Listed {
  app: App;
  live: Live[] | undefined;
}

export function AppsPage() {
  const pages = usePages("/api/v1/apps", { query: { limit: 100 } });
  const apps = pages.data?.items ?? [];
  const found = useQueries({
    queries: apps.map(it => ({
      queryKey: ["/api/v1/apps/{app}/deployments", { app: it.name }, {}],
      queryFn: () => call("get", "/api/v1/apps/{app}/deployments", { path: { app: it.name } }),
    })),
  });
  const listed = apps.map((app, at) => ({ app, live: found[at]?.data?.items }));
  const [search, setSearch] = useState("");
  const [filter, setFilter] = useState<Filter>("all");
  const [order, setOrder] = useState<string | null>("title");
  const [open, setOpen] = useState(false);
  const may = useMay("developer");
  const shown = sorted(listed.filter(it => fits(it, search, filter)), order);
  const add = may && <Button onClick={() => setOpen(true)}>{w.add}</Button>;
  return (
    <>
      <Head title={w.title} text={w.text} acts={add} />
      {apps.length > 0 && (
        <div className="row" style={{ marginBottom: 16 }}>
          <TextInput className="grow" maw={320} aria-label={w.search} placeholder={w.search} leftSection={<IconSearch size={16} />} value={search} onChange={e => setSearch(e.currentTarget.value)} />
          <SegmentedControl aria-label={w.filter} value={filter} onChange={it => setFilter(it as Filter)} data={Object.entries(w.filters).map(([value, label]) => ({ value, label }))} />
          <Select aria-label={w.order} w={150} value={order} onChange={setOrder} data={Object.entries(w.orders).map(([value, label]) => ({ value, label }))} />
        </div>
      )}
      <Card>
        <Wait query={pages} bones={6}>
          {() => apps.length === 0 ? <Empty title={w.none} text={w.noneText}>{add}</Empty>
            : shown.length === 0 ? <Empty title={w.noMatch} text={w.noMatchText} />
            : (
              <Rows label={w.title} columns={[w.app, w.state, w.draft, w.made, ...(may ? [""] : [])]}>
                {shown.map(it => <Row key={it.app.id} of={it} may={may} />)}
              </Rows>
            )}
        </Wait>
        <More pages={pages} />
      </Card>
      {open && <NewApp onClose={() => setOpen(false)} />}
    </>
  );
}

function Row({ of: { app, live }, may }: { of: Listed; may: boolean }) {
  const published = live?.filter(it => it.live || it.underway) ?? [];
  return (
    <tr>
      <td>
        <Link className="strong" to={`/apps/${app.name}`}>{app.title || app.name}</Link>
        <div className="dim small">{app.name}</div>
      </td>
      <td data-label={w.state}>
        <span className="tight" style={{ gap: 4 }}>
          {live === undefined ? <span className="dim">…</span>
            : published.length === 0 ? <State look="draft">{w.onlyDraft}</State>
            : published.map(it => {
              const { look, text } = standing(it);
              return <span className="row" key={it.profile} style={{ gap: 10 }}><State look={look}>{text}</State><span className="dim small">{it.name}</span></span>;
            })}
        </span>
      </td>
      <td data-label={w.draft} className="small">{app.revision}</td>
      <td data-label={w.made}><When at={app.created_at} /></td>
      {may && <td><Button component={Link} size="compact-sm" variant="default" to={`/apps/${app.name}/build`} aria-label={w.buildOf(app.title || app.name)}>{w.build}</Button></td>}
    </tr>
  );
}

function fits({ app, live = [] }: Listed, search: string, filter: Filter): boolean {
  if (!`${app.title} ${app.name}`.toLowerCase().includes(search.trim().toLowerCase())) return false;
  const isLive = live.some(it => it.live);
  return filter === "all" || (filter === "live" ? isLive : filter === "changed" ? live.some(it => it.live && it.changed) : !isLive);
}

function sorted(all: Listed[], order: string | null): Listed[] {
  const by = order === "newest" ? (a: Listed, b: Listed) => b.app.created_at.localeCompare(a.app.created_at) : (a: Listed, b: Listed) => a.app.title.localeCompare(b.app.title);
  return [...all].sort(by);
}
