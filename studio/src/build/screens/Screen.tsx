import "./screens.css";
import { TextInput, type TextInputProps } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useField } from "../selection";

/** A screen of the builder that is a form: what it is for, and its parts. */
export function Screen({ title, text, acts, children }: { title: string; text: string; acts?: ReactNode; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const field = useField();
  useEffect(() => {
    if (field) box.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"] :is(input, textarea, select), :is(input, textarea, select)[data-field="${CSS.escape(field)}"]`)?.focus();
  }, [field]);
  return (
    <div className="screen" ref={box}>
      <header className="head"><div><h2>{title}</h2><p>{text}</p></div>{acts && <div className="acts">{acts}</div>}</header>
      <div className="stack">{children}</div>
    </div>
  );
}

type Typing = Omit<TextInputProps, "value" | "onChange"> & { value: string; wrong?: (text: string) => string | undefined; onDone: (text: string) => void };

/** A field that is taken when one leaves it or presses Enter; wrong input stays in it, with why. */
export function Typed({ value, wrong, onDone, ...rest }: Typing) {
  const [text, setText] = useState<string>();
  const error = text === undefined || text === value ? undefined : wrong?.(text);
  const done = () => {
    if (text !== undefined && !error) {
      setText(undefined);
      if (text !== value) onDone(text);
    }
  };
  return <TextInput size="xs" {...rest} value={text ?? value} error={error} onChange={e => setText(e.currentTarget.value)} onBlur={done} onKeyDown={e => { if (e.key === "Enter") done(); if (e.key === "Escape") setText(undefined); }} />;
}
