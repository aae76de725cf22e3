import { Button } from "@mantine/core";
import type { Problem } from "../api/problem";
import { words } from "../words";

/** The address that a finding says is live elsewhere, if it can be taken over from there. */
export function heldAddress(it: { code: string; text: string; wayOut: string }): string | undefined {
  return it.code === "RESOURCE_HELD" && it.wayOut.startsWith("Take it over") ? /^(.+?) is live in /.exec(it.text)?.[1] : undefined;
}

/** What a refusal says is held elsewhere, each to be taken over in the same release. */
export function Held({ of, take, choose }: { of: Problem | null; take: string[]; choose: (take: string[]) => void }) {
  const held = (of?.errors ?? []).map(it => heldAddress({ code: it.code, text: it.message, wayOut: it.fix })).filter(it => it !== undefined);
  const all = [...new Set([...held, ...take])];
  if (all.length === 0) return null;
  return (
    <div className="tight">
      {all.map(it => (take.includes(it)
        ? <p key={it} className="small" role="status">{words.publish.taken(it)}</p>
        : <div key={it}><Button size="compact-sm" variant="default" onClick={() => choose([...take, it])}>{words.publish.takeOver(it)}</Button></div>))}
    </div>
  );
}
