import { NativeSelect } from "@mantine/core";
import { useSearchParams } from "react-router";
import { useGet, usePages } from "../api/hooks";
import { useApp } from "../apps/useApp";
import { Card } from "../parts/Page";
import { words } from "../words";
import { Differences } from "./Differences";

const w = words.versions;

/** Any two of the draft, the versions and the releases, side by side. */
export function ComparePage() {
  const { name } = useApp();
  const [query, setQuery] = useSearchParams();
  const versions = usePages("/api/v1/apps/{app}/versions", { path: { app: name }, query: { limit: 100 } });
  const lives = useGet("/api/v1/apps/{app}/deployments", { path: { app: name } });
  const released = lives.data?.items.flatMap(it => (it.release ? [{ value: it.release.id, label: w.liveIn(it.name, it.version ?? 0) }] : [])) ?? [];
  const choices = [
    { value: "draft", label: w.theDraft },
    ...released,
    ...(versions.data?.items.map(it => ({ value: `v${it.version}`, label: `v${it.version}` })) ?? []),
  ];
  const from = query.get("from") ?? released[0]?.value ?? choices[1]?.value;
  const to = query.get("to") ?? "draft";
  const known = (value: string) => (choices.some(it => it.value === value) ? choices : [...choices, { value, label: w.oneRelease }]);
  const set = (part: Record<string, string>) => setQuery({ from: from ?? "draft", to, ...part });
  return (
    <Card title={w.compare}>
      <div className="pad stack">
        <div className="row" style={{ alignItems: "flex-end" }}>
          <NativeSelect label={words.changes.before} value={from} onChange={e => set({ from: e.currentTarget.value })} data={known(from ?? "draft")} w={240} />
          <NativeSelect label={words.changes.after} value={to} onChange={e => set({ to: e.currentTarget.value })} data={known(to)} w={240} />
        </div>
        {from && <Differences key={from + to} app={name} from={from} to={to} />}
      </div>
    </Card>
  );
}
