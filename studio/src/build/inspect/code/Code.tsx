import { type RefObject, useEffect, useRef, useState } from "react";
import type { Mistake } from "../../../api/types";
import type { Offers } from "./completion";
import type { Editing } from "./editing";
import { plain } from "./plain";

export interface CodeIs {
  id: string;
  value: string;
  label: string;
  describedBy?: string;
  long?: boolean;
  hint?: string;
  invalid?: boolean;
  mistakes?: Mistake[];
  kind?: "expression" | "template";
  /** What can be named here; asked whenever names are to be offered. */
  offers?: () => Offers;
  editing?: RefObject<Editing | undefined>;
  onChange: (value: string) => void;
  onFocus?: () => void;
}

let come: typeof import("./editing") | undefined;
const ask = () => import("./editing").then(it => (come = it));
ask().catch(() => undefined); // told where an editor is made

/**
 * A text with an editor of its own. At first it only looks like one: an editor is dear, so each is made in a task of its own after all fields are drawn, or as soon as the focus
 * is put there.
 */
export function Code(it: CodeIs) {
  const host = useRef<HTMLDivElement>(null);
  const own = useRef<Editing>(undefined);
  const editing = it.editing ?? own;
  const now = useRef(it);
  const [, fail] = useState<undefined>();
  useEffect(() => {
    now.current = it;
  });
  useEffect(() => {
    const box = host.current as HTMLElement;
    const text = plain(now.current);
    let open = true;
    const make = () => {
      if (!come || !open || editing.current) return;
      const focused = document.activeElement === text;
      text.remove();
      editing.current = new come.Editing(box, () => now.current);
      if (focused) editing.current.focus();
    };
    text.addEventListener("focus", make);
    box.append(text);
    let soon: ReturnType<typeof setTimeout> | undefined;
    ask().then(() => { soon = setTimeout(make); }, (error: unknown) => fail(() => { throw error; }));
    return () => {
      open = false;
      clearTimeout(soon);
      text.remove();
      editing.current?.end();
      editing.current = undefined;
    };
  }, [editing]);
  useEffect(() => void editing.current?.follow(it.value), [editing, it.value]);
  useEffect(() => void editing.current?.mark(it.mistakes), [editing, it.mistakes]);
  return <div ref={host} className="code" data-kind={it.kind} data-invalid={it.invalid || undefined} data-long={it.long || undefined} />;
}
