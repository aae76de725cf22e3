import { Button } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { call } from "../api/client";
import { usePages } from "../api/hooks";
import type { Resource } from "../api/types";
import { Copy } from "../parts/Copy";
import { More } from "../parts/More";
import { Card, Empty, Head } from "../parts/Page";
import { Select } from "../parts/Select";
import { State } from "../parts/State";
import { Wait } from "../parts/Wait";
import { useMay } from "../shell/me";
import { words } from "../words";
import { Rows } from "./Cells";
import { useEnvironments } from "./names";
import { NewResource } from "./NewResource";
import { Domains } from "./Domains";
import { Removal } from "./Removal";
import { Rename } from "./Rename";

const w = words.resources;

export function ResourcesPage() {
  const environments = useEnvironments();
  const [environment, setEnvironment] = useState<string | null>("");
  const pages = usePages("/api/v1/resources", { query: { environment: environment || undefined } });
  const may = useMay("developer");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Head title={w.title} text={w.text} acts={
        <>
          <Select aria-label={words.environment} value={environment} onChange={setEnvironment} data={[{ value: "", label: words.everyEnvironment }, ...environments.choices]} w={180} />
          {may && <Button onClick={() => setOpen(true)}>{w.add}</Button>}
        </>
      } />
      <Card>
        <Wait query={pages}>
          {({ items }) => items.length === 0 ? <Empty title={w.none} text={w.noneText} /> : (
            <Rows label={w.title} columns={[w.address, w.kind, words.environment, w.uses, ""]}>
              {items.map(it => <Row key={it.id} of={it} environment={environments.name(it.environment)} may={may} />)}
            </Rows>
          )}
        </Wait>
        <More pages={pages} />
      </Card>
      <div style={{ marginTop: 20 }}><Domains may={may} /></div>
      {open && <NewResource onClose={() => setOpen(false)} />}
    </>
  );
}

/** What is live is bound, too; that is told once. */
const told = ({ uses }: Resource) =>
  uses.filter((it, at) => {
    const same = (other: Resource["uses"][number]) => other.app === it.app && other.profile === it.profile;
    return it.kind === "live" ? uses.findIndex(other => same(other) && other.kind === "live") === at : !uses.some(other => same(other) && other.kind === "live") && uses.findIndex(same) === at;
  });

function Row({ of, environment, may }: { of: Resource; environment: string; may: boolean }) {
  return (
    <tr>
      <td>
        <span className="row" style={{ flexWrap: "nowrap", gap: 4 }}>
          <span><span className="strong breaks">{of.address}</span>{of.name && of.name !== of.address && <span className="dim small"> {of.name}</span>}</span>
          <Copy value={of.address} />
        </span>
      </td>
      <td data-label={w.kind}>{w.kinds[of.kind as keyof typeof w.kinds] ?? of.kind}{of.capabilities && <span className="dim"> · {of.capabilities.map(it => w.can[it]).join(", ")}</span>}</td>
      <td data-label={words.environment}>{environment}</td>
      <td data-label={w.uses}>
        {of.uses.length === 0 ? <span className="dim">{w.free}</span> : (
          <span className="tight" style={{ gap: 2 }}>
            {told(of).map((it, at) => (
              <span key={at} className="row" style={{ gap: 8 }}>
                <Link to={`/apps/${it.app}`}>{it.app}</Link>
                <span className="dim small">{it.profile}</span>
                <State look={it.kind === "live" ? "live" : "draft"}>{it.kind === "live" ? words.live : w.bound}</State>
              </span>
            ))}
          </span>
        )}
      </td>
      <td>{may && <span className="row" style={{ flexWrap: "nowrap", justifyContent: "flex-end", gap: 2 }}><Rename name={of.name} of={of.address} act={name => call("patch", "/api/v1/resources/{resource}", { path: { resource: of.id }, body: { name } })} /><Removal name={of.address} text={w.removal} act={() => call("delete", "/api/v1/resources/{resource}", { path: { resource: of.id } })} /></span>}</td>
    </tr>
  );
}
