import { ActionIcon, Button, Popover } from "@mantine/core";
import { IconApi, IconExternalLink, IconMessage, IconPhone, IconQrcode, IconWorld } from "@tabler/icons-react";
import { useGet } from "../api/hooks";
import type { Entrance } from "../api/types";
import { Copy } from "../parts/Copy";
import { Qr } from "../parts/Qr";
import { tip } from "../parts/Tips";
import { useMay } from "../shell/me";
import { words } from "../words";

const w = words.entrances;
const icons = { web: IconWorld, text: IconMessage, call: IconPhone, api: IconApi } as Record<string, typeof IconWorld>;

/** Where customers come in: to copy, to scan, to open, to try on the simulator. `fresh` says what can be done in words: it has just gone live. */
export function Entrances({ of, name, fresh = false }: { of: Entrance[]; name: string; fresh?: boolean }) {
  if (of.length === 0) return <p className="dim small">{w.none}</p>;
  const scanned = fresh ? of.find(it => it.kind === "web" && it.url) : undefined;
  return (
    <div className={scanned ? "entrances scanned" : "entrances"}>
      <ul className="list" aria-label={w.label(name)}>
        {of.map((it, at) => <One key={at} of={it} fresh={fresh} />)}
      </ul>
      {scanned?.url && <figure><Qr value={scanned.url} label={w.qrOf(scanned.url)} /><figcaption className="small dim">{w.scan}</figcaption></figure>}
    </div>
  );
}

function One({ of, fresh }: { of: Entrance; fresh: boolean }) {
  const may = useMay("developer");
  const numbers = useGet("/api/v1/simulator/numbers", {}, { enabled: may && of.number !== undefined });
  const simulated = numbers.data?.items.some(it => it.number === of.number) ?? false;
  const Icon = icons[of.kind] ?? IconWorld;
  const value = of.url ?? of.number ?? "";
  return (
    <li className="row" style={{ padding: "8px 8px 8px 14px", flexWrap: "nowrap" }}>
      <Icon size={18} stroke={1.6} aria-hidden style={{ flex: "none", color: "var(--w-dim)" }} />
      <span className="grow">
        <span className="small dim">{w.kinds[of.kind as keyof typeof w.kinds] ?? of.kind}{of.trigger && ` · ${of.trigger}`}</span>
        <span className="breaks" style={{ display: "block" }}>{of.method && <code className="small">{of.method} </code>}{value}</span>
      </span>
      <span className="row" style={{ flexWrap: "nowrap", gap: 2 }}>
        <Copy value={value} />
        {of.kind !== "api" && <Code value={of.url ?? (of.kind === "text" ? `sms:${value}` : `tel:${value}`)} label={value} />}
        {of.kind === "web" && of.url && <Open href={of.url} label={w.open} short={fresh ? w.open : undefined} name={value} />}
        {simulated && <Open href={simulatorFor(of.kind, value)} label={of.kind === "text" ? w.textIt : w.callIt} short={fresh ? (of.kind === "text" ? w.textShort : w.callShort) : undefined} name={value} />}
      </span>
    </li>
  );
}

/** The simulator with this number chosen, ready to text or to call it. */
export const simulatorFor = (kind: string, number: string) => `/simulator?${kind === "text" ? "text" : "call"}=${encodeURIComponent(number)}`;

function Open({ href, label, short, name }: { href: string; label: string; short?: string; name: string }) {
  if (short) return <Button component="a" href={href} target="_blank" rel="noopener noreferrer" size="compact-sm" variant="light" aria-label={`${label} ${name}`}>{short}</Button>;
  return (
    <ActionIcon {...tip(label)} component="a" href={href} target="_blank" rel="noopener noreferrer" variant="subtle" color="gray" aria-label={`${label} ${name}`}><IconExternalLink size={16} /></ActionIcon>
  );
}

function Code({ value, label }: { value: string; label: string }) {
  return (
    <Popover position="bottom-end" withArrow shadow="md" trapFocus>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={w.qrOf(label)}><IconQrcode size={16} /></ActionIcon>
      </Popover.Target>
      <Popover.Dropdown><Qr value={value} label={w.qrOf(label)} /></Popover.Dropdown>
    </Popover>
  );
}
