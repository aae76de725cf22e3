import { type KeyboardEvent, useEffect, useRef } from "react";
import { useValue } from "../inspect/useValue";
import { words } from "../inspect/words";
import { markHoles } from "./holes";

interface InlineIs {
  path: string;
  label: string;
  empty?: string;
  /** Enter makes a new line instead of ending. */
  long?: boolean;
  onDone?: () => void;
  autoFocus?: boolean;
}

/** A text of the document, written where it is read. Values in `{{ }}` stand as they are written, on a ground of their own. */
export function Inline({ path, label, empty = words.page.untitled, long, onDone, autoFocus }: InlineIs) {
  const [value, type] = useValue<string>(path);
  const host = useRef<HTMLSpanElement>(null);
  const text = value ?? "";
  useEffect(() => {
    const it = host.current;
    if (!it) return;
    if (it.textContent !== text) it.textContent = text;
    return markHoles(it);
  }, [text]);
  useEffect(() => {
    if (autoFocus) host.current?.focus();
  }, [autoFocus]);
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey && /^Arrow(Up|Down)$/.test(event.key)) return;
    event.stopPropagation();
    if (event.key === "Escape" || (event.key === "Enter" && !long)) {
      event.preventDefault();
      onDone?.();
      host.current?.closest<HTMLElement>("[data-path]")?.focus();
    }
  };
  return (
    <span
      ref={host} className="edits" contentEditable="plaintext-only" suppressContentEditableWarning role="textbox" aria-multiline={long || undefined} aria-label={label} data-empty={empty} spellCheck={false} tabIndex={0}
      onInput={event => type(event.currentTarget.textContent ?? "")} onKeyDown={keys} onBlur={onDone}
    />
  );
}
