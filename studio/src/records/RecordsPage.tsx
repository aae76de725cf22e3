import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { address, call } from "../api/client";
import { useGet, usePages } from "../api/hooks";
import type { RecordType } from "../api/types";
import { useApp } from "../apps/useApp";
import { Rows } from "../console/Cells";
import { Removal } from "../console/Removal";
import { Edit } from "../console/Rename";
import { More } from "../parts/More";
import { Card, Empty } from "../parts/Page";
import { Wait } from "../parts/Wait";
import { exact } from "../parts/When";
import { useMay } from "../shell/me";
import { words } from "../words";
import { RecordForm } from "./RecordForm";
import { type Stored, shown } from "./values";

const w = words.records;

/** What an app has stored under a profile, type by type. */
export function RecordsPage() {
  const { name: app } = useApp();
  const [query, setQuery] = useSearchParams();
  const profiles = useGet("/api/v1/apps/{app}/profiles", { path: { app } });
  const names = profiles.data?.items.map(it => it.name) ?? [];
  const profile = query.get("profile") ?? (names.includes("Production") ? "Production" : (names[0] ?? ""));
  const types = useGet("/api/v1/apps/{app}/profiles/{profile}/records", { path: { app, profile } }, { enabled: profile !== "" });
  return (
    <div className="stack">
      <div className="row">
        <NativeSelect aria-label={words.settings.profile} w={220} value={profile} onChange={e => setQuery({ profile: e.currentTarget.value })} data={names} />
      </div>
      <Wait query={types}>
        {({ items }) => {
          const type = items.find(it => it.name === query.get("type")) ?? items[0];
          if (!type) return <Card><Empty title={w.none} text={w.noneText} /></Card>;
          return (
            <>
              <div className="row" role="group" aria-label={w.types}>
                {items.map(it => <Button key={it.name} size="xs" variant={it === type ? "light" : "subtle"} aria-pressed={it === type} onClick={() => setQuery({ profile, type: it.name })}>{it.name} <span className="dim small">&nbsp;{it.count.toLocaleString("en")}</span></Button>)}
              </div>
              <Drawer key={profile + type.name} app={app} profile={profile} type={type} />
            </>
          );
        }}
      </Wait>
    </div>
  );
}

function Drawer({ app, profile, type }: { app: string; profile: string; type: RecordType }) {
  const path = { app, profile, type: type.name };
  const pages = usePages("/api/v1/apps/{app}/profiles/{profile}/records/{type}", { path });
  const may = useMay("developer");
  const [open, setOpen] = useState<Stored | "new">();
  const fields = type.fields.map(it => it.name);
  return (
    <Card title={type.name} acts={
      <>
        {type.shared && <span className="dim small">{w.shared}</span>}
        <Button component="a" size="xs" variant="default" href={address("/api/v1/apps/{app}/profiles/{profile}/records/{type}/export", { path })} download={`${type.name}.csv`}>{w.csv}</Button>
        {may && <Button size="xs" onClick={() => setOpen("new")}>{w.add}</Button>}
      </>
    }>
      <Wait query={pages} bones={6}>
        {({ items }) => items.length === 0 ? <Empty title={w.empty} text={w.emptyText} /> : (
          <Rows label={type.name} columns={[...fields, w.changed, ""]}>
            {(items as Stored[]).map(it => (
              <tr key={String(it.id)}>
                {fields.map(field => <td key={field} data-label={field} className="breaks">{shown(it[field]) || <span className="dim">–</span>}</td>)}
                <td data-label={w.changed} className="small dim nowrap">{typeof it.changed === "string" ? exact(it.changed) : ""}</td>
                <td>{may && (
                  <span className="row" style={{ flexWrap: "nowrap", justifyContent: "flex-end", gap: 2 }}>
                    <Edit name={shown(it[fields[0] ?? "id"]) || String(it.id)} onClick={() => setOpen(it)} />
                    <Removal name={shown(it[fields[0] ?? "id"]) || String(it.id)} text={w.removal} act={() => call("delete", "/api/v1/apps/{app}/profiles/{profile}/records/{type}/{record}", { path: { ...path, record: String(it.id) } })} />
                  </span>
                )}</td>
              </tr>
            ))}
          </Rows>
        )}
      </Wait>
      <More pages={pages} />
      {open && <RecordForm app={app} profile={profile} type={type} of={open === "new" ? undefined : open} onClose={() => setOpen(undefined)} />}
    </Card>
  );
}
