import { Modal, TextInput } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import { useEffect, useId, useRef, useState } from "react";
import { words } from "./words";

export interface Choice {
  id: string;
  name: string;
  more?: string;
  group?: string;
  Icon?: Icon;
  /** Also found by this. */
  also?: string;
}

interface Asked {
  title: string;
  type: string;
  none: string;
  choices: Choice[];
  onPick: (id: string) => void;
  onClose: () => void;
}

const MOST = 60;

/** A list that is narrowed by typing and picked from by arrows and Enter, or by mouse. */
export function Chooser({ title, type, none, choices, onPick, onClose }: Asked) {
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const found = fitting(choices, text).slice(0, MOST);
  const here = found[Math.min(at, found.length - 1)];
  useEffect(() => void list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }), [at]);
  const pick = (it: Choice) => { setText(""); setAt(0); onPick(it.id); };
  const keys = (event: React.KeyboardEvent) => {
    if (event.key === "ArrowDown") setAt((at + 1) % Math.max(1, found.length));
    else if (event.key === "ArrowUp") setAt((at - 1 + found.length) % Math.max(1, found.length));
    else if (event.key === "Enter" && here) pick(here);
    else return;
    event.preventDefault();
  };
  const optionId = (it: Choice) => `${id}-${it.id.replace(/\W/g, "_")}`;
  return (
    <Modal opened onClose={onClose} title={title} size={460} closeButtonProps={{ "aria-label": words.close }}>
      <TextInput
        autoFocus data-autofocus role="combobox" aria-expanded aria-controls={`${id}-list`} aria-activedescendant={here && optionId(here)} aria-label={type} placeholder={type} value={text}
        onChange={e => { setText(e.currentTarget.value); setAt(0); }} onKeyDown={keys} autoComplete="off"
      />
      <div className="choices" role="listbox" id={`${id}-list`} aria-label={title} ref={list}>
        {found.map((it, index) => (
          <div key={it.id} role="presentation">
            {it.group && it.group !== found[index - 1]?.group && <div className="group" role="presentation">{it.group}</div>}
            <div role="option" id={optionId(it)} aria-selected={it === here} className="choice" onMouseMove={() => index !== at && setAt(index)} onClick={() => pick(it)}>
              {it.Icon && <it.Icon size={18} stroke={1.7} aria-hidden />}
              <span><strong>{it.name}</strong>{it.more && <small>{it.more}</small>}</span>
            </div>
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="dim small" role="status">{none}</p>}
    </Modal>
  );
}

/** What fits every word that was typed; what begins with it first. */
export function fitting(choices: Choice[], text: string): Choice[] {
  const parts = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (parts.length === 0) return choices;
  const told = (it: Choice) => `${it.name} ${it.id} ${it.also ?? ""} ${it.more ?? ""}`.toLowerCase();
  const begins = (it: Choice) => Number(!it.name.toLowerCase().startsWith(parts[0] as string));
  return choices.filter(it => parts.every(part => told(it).includes(part))).sort((a, b) => begins(a) - begins(b));
}
