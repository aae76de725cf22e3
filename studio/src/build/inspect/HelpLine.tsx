import { useEffect, useRef, useState } from "react";
import { Described } from "../../parts/Described";

/** What the field with the focus is for. It stands still at the foot, so that nothing jumps while one goes from field to field. */
export function HelpLine() {
  const [of, setOf] = useState<{ label: string; text: string }>();
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const inspector = line.current?.parentElement;
    const heard = (event: FocusEvent) => {
      const row = (event.target as HTMLElement).closest<HTMLElement>("[data-help]");
      setOf(row?.dataset.help ? { label: row.dataset.label ?? "", text: row.dataset.help } : undefined);
    };
    inspector?.addEventListener("focusin", heard);
    return () => inspector?.removeEventListener("focusin", heard);
  }, []);
  return <p className="help-line" ref={line} aria-live="polite">{of && <><b>{of.label}</b> <Described text={of.text} /></>}</p>;
}
