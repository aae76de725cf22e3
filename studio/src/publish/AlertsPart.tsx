import { MultiSelect } from "@mantine/core";
import { Link } from "react-router";
import { useGet } from "../api/hooks";
import type { ReleaseDetail } from "../api/types";
import { words } from "../words";
import { type Chosen, remembered } from "./wish";

const w = words.publish;

/** Whom this release tells when it errs; as the last time, unless another choice is made. */
export function AlertsPart({ live, chosen, choose }: { live: ReleaseDetail | undefined; chosen: Chosen; choose: (part: Partial<Chosen>) => void }) {
  const notifiers = useGet("/api/v1/notifiers");
  const data = notifiers.data?.items.map(it => ({ value: it.id, label: it.name })) ?? [];
  const before = remembered(live);
  if (notifiers.data?.items.length === 0)
    return <p className="dim">{w.noNotifiers} <Link to="/notifiers">{w.makeNotifier}</Link></p>;
  return (
    <div className="tight">
      <MultiSelect label={w.onError} data={data} value={chosen.onError ?? before.onError} onChange={it => choose({ onError: it })} />
      <MultiSelect label={w.onLog} data={data} value={chosen.onLog ?? before.onLog} onChange={it => choose({ onLog: it })} />
    </div>
  );
}
