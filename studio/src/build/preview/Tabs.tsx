import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";

interface Tab {
  key: string;
  label: string;
  count?: number;
}

/** Tabs by arrows and click; what is chosen is shown below. */
export function Tabs({ label, tabs, chosen, onChoose, children }: { label: string; tabs: Tab[]; chosen: string; onChoose: (key: string) => void; children: ReactNode }) {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const at = (tabs.findIndex(it => it.key === chosen) + by + tabs.length) % tabs.length;
    onChoose(tabs[at]!.key);
    row.current?.querySelectorAll<HTMLElement>("[role=tab]")[at]?.focus();
  };
  return (
    <div className="preview-tabbed">
      <div className="preview-tabs" role="tablist" aria-label={label} ref={row} onKeyDown={move}>
        {tabs.map(it => (
          <button key={it.key} type="button" role="tab" id={`${id}-${it.key}`} aria-selected={it.key === chosen} aria-controls={`${id}-panel`} tabIndex={it.key === chosen ? 0 : -1} onClick={() => onChoose(it.key)}>
            {it.label}{it.count ? <em>{it.count}</em> : null}
          </button>
        ))}
      </div>
      <div className="preview-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen}`} tabIndex={0}>{children}</div>
    </div>
  );
}
