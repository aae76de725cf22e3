import { Button } from "@mantine/core";
import type { RefObject } from "react";
import type { ScriptSession, Status } from "./session";
import { words } from "./words";

const LOOK = { error: "failed", warning: "draft", info: "past" };

/** What is wrong, each with its line and way out, and where the cursor is; below the script, so that nothing of it needs a pointer. */
export function MarkList({ status, session }: { status: Status; session: RefObject<ScriptSession | undefined> }) {
  const lineOf = (position: number) => {
    const doc = session.current?.view.state.doc;
    return doc ? doc.lineAt(Math.min(position, doc.length)).number : 1;
  };
  return (
    <footer className="script-foot">
      {status.state === "unread" && (
        <div className="script-unread">
          <span>{words.unreadText}</span>
          <Button size="compact-xs" variant="default" onClick={() => session.current?.back()}>{words.back}</Button>
        </div>
      )}
      {status.marks.length > 0 && (
        <ul aria-label={words.problems(status.marks.length)} tabIndex={0}>
          {status.marks.slice(0, 50).map((it, at) => (
            <li key={at}>
              <button type="button" onClick={() => session.current?.show(it.from)}>
                <span className={`state ${LOOK[it.severity]}`}>{words.line(lineOf(it.from))}</span>
                <span className="breaks">{it.text} <span className="dim">{it.wayOut}</span></span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="script-where small dim"><span className="breaks">{words.at} {status.at.length ? status.at.join(" / ") : words.whole}</span><span className="script-keys">{words.keysText}</span></div>
    </footer>
  );
}
