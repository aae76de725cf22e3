import { Button, TextInput } from "@mantine/core";
import type { Problem } from "../api/problem";
import type { Checks } from "../api/types";
import { Mend } from "../apps/Mend";
import { Refusal } from "../parts/Note";
import { State } from "../parts/State";
import { words } from "../words";
import { heldAddress } from "./Held";
import { type Chosen, reasonKey } from "./wish";

const w = words.publish;
const ORDER = ["error", "warning", "hint"];

interface Asked {
  app: string;
  of: Checks;
  /** Services and carriers are still being asked. */
  asking: boolean;
  trouble: Problem | null;
  chosen: Chosen;
  choose: (part: Partial<Chosen>) => void;
}

/** What stands in the way, each with its place and its way out; what wants a reason; what becomes of records. */
export function ChecksPart({ app, of, asking, trouble, chosen, choose }: Asked) {
  const found = [...of.checks].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  return (
    <div className="tight">
      <State look={of.publishable ? "live" : "failed"}>{of.publishable ? (asking ? w.asking : w.passed(found.length)) : w.blocked(found.filter(it => it.severity === "error").length)}</State>
      {trouble && <Refusal of={trouble} />}
      {found.map(it => {
        const held = heldAddress({ code: it.code, text: it.text, wayOut: it.way_out });
        return (
          <div key={reasonKey(it) + it.text} className="tight" style={{ gap: 2 }} data-finding={it.severity}>
            <div className="breaks">
              <State look={it.severity === "error" ? "failed" : it.severity === "warning" ? "draft" : "past"}>{words.severities[it.severity]}</State> {it.text}
            </div>
            <div className="small dim breaks">{it.way_out} <code>{it.place}</code></div>
            <div><Mend app={app} place={it.place} /></div>
            {held && !chosen.take.includes(held) && <div><Button size="compact-xs" variant="default" onClick={() => choose({ take: [...chosen.take, held] })}>{w.takeOver(held)}</Button></div>}
            {it.severity === "warning" && (
              <TextInput size="xs" maw={520} aria-label={w.reasonFor(it.text)} placeholder={w.reason} value={chosen.reasons[reasonKey(it)] ?? ""} onChange={e => choose({ reasons: { ...chosen.reasons, [reasonKey(it)]: e.currentTarget.value } })} />
            )}
          </div>
        );
      })}
      {of.records.map((it, at) => <div key={at} className="small"><State look={it.refused ? "failed" : "past"}>{w.records}</State> {it.text} <span className="dim">{w.recordCount(it.records)}</span></div>)}
    </div>
  );
}
