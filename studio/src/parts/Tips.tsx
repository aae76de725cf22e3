import { Tooltip } from "@mantine/core";
import { useEffect, useState } from "react";
import { Described } from "./Described";

type Side = "top" | "right" | "bottom" | "left";

/** What tells more while the mouse rests on it, or when the keyboard comes to it. `keys` is what does the same by keyboard. */
export const tip = (text: string | undefined, more: { keys?: string; side?: Side } = {}) => ({ "data-tip": text || undefined, "data-tip-keys": more.keys, "data-tip-side": more.side });

/** The name of what shows a sign alone: said by a screen reader, and shown as its tip. */
export const called = (name: string, more?: Parameters<typeof tip>[1]) => ({ "aria-label": name, ...tip(name, more) });

const REST_MS = 300;

/**
 * The tip of whatever is pointed at, one for the whole studio: dozens of tooltips that wait to be shown were a good part of what it cost to draw the builder. It goes with
 * any key, and comes back when the mouse does.
 */
export function Tips() {
  const [on, setOn] = useState<HTMLElement>();
  const [open, setOpen] = useState(false);
  const [, read] = useState(0);
  useEffect(() => {
    let asked: HTMLElement | undefined;
    let soon: ReturnType<typeof setTimeout> | undefined;
    const changed = new MutationObserver(() => read(it => it + 1));
    const hide = () => {
      clearTimeout(soon);
      setOpen(false);
    };
    const ask = (it: HTMLElement | undefined) => {
      if (it === asked) return;
      hide();
      changed.disconnect();
      asked = it;
      if (!it) return;
      setOn(it);
      changed.observe(it, { attributeFilter: ["data-tip"] });
      soon = setTimeout(() => setOpen(it.isConnected), REST_MS);
    };
    const pointed = (event: PointerEvent) => {
      if (event.pointerType !== "touch") ask((event.target as Element).closest<HTMLElement>("[data-tip]") ?? undefined);
    };
    const focused = (event: FocusEvent) => {
      const it = event.target as HTMLElement;
      if (it.dataset.tip && it.matches(":focus-visible")) ask(it);
    };
    const left = (event: Event) => {
      if (event.type !== "focusout" || event.target === asked) ask(undefined);
    };
    const heard = { pointerover: pointed, focusin: focused, focusout: left, keydown: hide, scroll: hide };
    for (const [event, act] of Object.entries(heard)) document.addEventListener(event, act as EventListener, { capture: true, passive: true });
    document.documentElement.addEventListener("pointerleave", left);
    return () => {
      hide();
      changed.disconnect();
      for (const [event, act] of Object.entries(heard)) document.removeEventListener(event, act as EventListener, { capture: true });
      document.documentElement.removeEventListener("pointerleave", left);
    };
  }, []);
  if (!on) return null;
  const { tip: text, tipKeys: keys, tipSide: side } = on.dataset;
  return <Tooltip target={on} opened={open && text !== undefined} position={side as Side | undefined} multiline maw={360} label={<><Described text={text ?? ""} />{keys && <> <kbd>{keys}</kbd></>}</>} />;
}
