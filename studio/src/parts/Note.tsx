import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Problem } from "../api/problem";

export type Tone = "info" | "live" | "draft" | "failed" | "paused";

const icons = { info: IconInfoCircle, live: IconCircleCheck, draft: IconAlertTriangle, failed: IconCircleX, paused: IconInfoCircle };

export function Note({ tone = "info", title, children, act }: { tone?: Tone; title?: string; children?: ReactNode; act?: ReactNode }) {
  const Icon = icons[tone];
  return (
    <div className={`note ${tone}`} role={tone === "failed" ? "alert" : undefined}>
      <Icon size={18} stroke={1.8} aria-hidden />
      <div className="body">
        {title && <strong>{title}</strong>}
        {children && <div className="small breaks">{children}</div>}
      </div>
      {act}
    </div>
  );
}

/** Why the server did not do it: what, where, and the way out of each. */
export function Refusal({ of }: { of: Problem | null | undefined }) {
  if (!of) return null;
  return (
    <Note tone="failed" title={of.title}>
      {of.message}
      {of.errors.length > 0 && (
        <ul>
          {of.errors.map((it, at) => (
            <li key={at}>
              {it.message} {it.path && <code className="dim">{it.path}</code>}
              {it.fix && <div className="dim">{it.fix}</div>}
            </li>
          ))}
        </ul>
      )}
    </Note>
  );
}
