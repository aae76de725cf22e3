import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { call } from "../api/client";
import { useAct, useGet } from "../api/hooks";
import { Copy } from "../parts/Copy";
import { Refusal } from "../parts/Note";
import { Card, Head } from "../parts/Page";
import { State } from "../parts/State";
import { Wait } from "../parts/Wait";
import { useMay } from "../shell/me";
import { words } from "../words";

const w = words.server;

/** The organization's name, and which server this is. What else it is told stands on its command line. */
export function ServerPage() {
  const organization = useGet("/api/v1/organization");
  const server = useGet("/api/v1/server");
  const ready = useGet("/api/v1/ready");
  return (
    <>
      <Head title={w.title} text={w.text} />
      <div className="stack">
        <Card title={w.organization}>
          <div className="pad"><Wait query={organization} bones={1}>{it => <Name key={it.name} name={it.name} />}</Wait></div>
        </Card>
        <Card title={w.server}>
          <div className="pad tight">
            <Wait query={server} bones={2}>
              {it => (
                <>
                  <p>{w.product}: {it.product}</p>
                  <p className="row"><span>{w.installation}: <code className="breaks">{it.installation}</code></span><Copy value={it.installation} /></p>
                  <p>{w.address}: <code className="breaks">{window.location.origin}</code></p>
                </>
              )}
            </Wait>
            <State look={ready.error ? "failed" : "live"}>{ready.error ? w.notReady : w.ready}</State>
            <p className="small dim">{w.more}</p>
          </div>
        </Card>
      </div>
    </>
  );
}

function Name({ name }: { name: string }) {
  const may = useMay("admin");
  const [written, setWritten] = useState(name);
  const change = useAct(() => call("patch", "/api/v1/organization", { body: { name: written.trim() } }));
  return (
    <form className="tight" onSubmit={e => { e.preventDefault(); change.mutate(undefined); }}>
      <div className="row" style={{ alignItems: "flex-end" }}>
        <TextInput className="grow" maw={420} label={words.name} value={written} disabled={!may} onChange={e => setWritten(e.currentTarget.value)} />
        {may && <Button type="submit" variant="default" loading={change.isPending} disabled={!written.trim() || written === name}>{words.save}</Button>}
      </div>
      <Refusal of={change.error} />
    </form>
  );
}
