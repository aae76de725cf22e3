import { TextInput } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { NAME } from "../document";
import { words } from "./words";

interface NameIs {
  value: string;
  label: string;
  taken: (name: string) => boolean;
  onRename: (name: string) => void;
  className?: string;
}

/** A name that others refer to: it is taken over when the field is left or Enter is pressed, and only if it can be one. */
export function NameInput({ value, label, taken, onRename, className }: NameIs) {
  const [typed, setTyped] = useState(value);
  const [was, setWas] = useState(value);
  if (was !== value) {
    setWas(value);
    setTyped(value);
  }
  const wrong = typed === value ? undefined : !NAME.test(typed) ? words.nameShape : taken(typed) ? words.nameTaken : undefined;
  const settle = () => {
    if (typed !== value && !wrong) onRename(typed);
    else setTyped(value);
  };
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") settle();
    if (event.key === "Escape" && typed !== value) {
      event.stopPropagation();
      setTyped(value);
    }
  };
  return (
    <TextInput
      className={`name-input ${className ?? ""}`} aria-label={label} value={typed} error={wrong} spellCheck={false} autoComplete="off" maxLength={63}
      onChange={event => setTyped(event.currentTarget.value)} onBlur={settle} onKeyDown={keys}
    />
  );
}
