import { Radio, Textarea, TextInput } from "@mantine/core";
import type { Impact, PeopleWish, Policy } from "../api/types";
import { Select } from "../parts/Select";
import { words } from "../words";
import { PlaceMap, standings } from "./PlaceMap";

const w = words.people_;
const POLICIES: Policy[] = ["keep", "move", "drain", "restart"];

interface Asked {
  of: Impact;
  people: PeopleWish;
  choose: (people: PeopleWish) => void;
  /** What is live and what comes, to name places of. */
  now?: Record<string, unknown>;
  next?: Record<string, unknown>;
}

/** Who is in the middle of a journey, and what becomes of them. */
export function PeoplePart({ of, people, choose, now, next }: Asked) {
  const set = (part: Partial<PeopleWish>) => choose({ ...people, ...part });
  if (of.open === 0) return <p className="dim">{w.nobody}</p>;
  const last = people.policy === "drain" ? (people.then ?? "end") : people.policy;
  const gone = of.places.filter(it => it.fate === "deleted" || it.fate === "flow_deleted");
  const from = standings(now);
  const where = w.channels(of.open, of.places); // a rollback is told of no places
  return (
    <div className="tight">
      <p>{w.open(of.open)} {where && <span className="dim">· {where}</span>}</p>
      {gone.length > 0 && <p className="small">{w.onDeleted(gone.reduce((sum, it) => sum + it.journeys, 0))}</p>}
      <Radio.Group aria-label={w.label} value={people.policy} onChange={it => set({ policy: it as Policy })}>
        <div className="row">{POLICIES.map(it => <Radio key={it} value={it} label={w.policies[it]} />)}</div>
      </Radio.Group>
      <p className="small dim">{w.means[people.policy]}</p>
      {people.policy === "drain" && (
        <div className="row" style={{ alignItems: "flex-end" }}>
          <TextInput type="datetime-local" label={w.until} onChange={e => set({ until: e.currentTarget.value ? new Date(e.currentTarget.value).toISOString() : undefined })} />
          <Select label={w.then} w={180} value={people.then ?? "end"} onChange={it => set({ then: it as PeopleWish["then"] })} data={Object.entries(w.thens).map(([value, label]) => ({ value, label }))} />
        </div>
      )}
      {(last === "end" || last === "restart") && <Textarea required label={w.message} description={w.messageHow} maxLength={459} autosize minRows={1} value={people.message ?? ""} onChange={e => set({ message: e.currentTarget.value })} />}
      {(last === "move" || last === "restart") && (gone.length > 0 || from.length > 0) && (
        <PlaceMap gone={[...new Set(gone.map(it => it.place))]} from={from} to={standings(next)} map={people.map ?? {}} set={map => set({ map })} />
      )}
      <Forecast of={of} />
    </div>
  );
}

function Forecast({ of }: { of: Impact }) {
  const { policy, takes, stays } = of.forecast;
  return (
    <div className="small" role="status">
      {policy !== "keep" && <div>{w.forecast(policy, takes)}</div>}
      {stays.map((it, at) => <div key={at}>{w.stays(it.journeys)} {it.text} <code className="dim breaks">{it.place}</code></div>)}
      {policy !== "keep" && of.variables.map(it => <div key={it} className="dim">{it}</div>)}
    </div>
  );
}
