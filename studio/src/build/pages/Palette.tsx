import { TextInput } from "@mantine/core";
import { useState } from "react";
import { controls } from "../controls";
import type { ControlFolder, Group } from "../controls/folder";
import { words as named } from "../controls/words";
import type { ControlType } from "../document";
import { words } from "../inspect/words";
import { drag } from "./dragging";

const GROUPS: Group[] = ["ask", "show", "group", "act"];
const all = Object.values(controls) as ControlFolder<ControlType>[];

/** Every kind of control: clicked it goes after what is chosen, dragged it goes where it is dropped. */
export function Palette({ onAdd }: { onAdd: (type: ControlType) => void }) {
  const [typed, setTyped] = useState("");
  const fits = (it: ControlFolder<ControlType>) => `${it.name} ${it.hint} ${it.type}`.toLowerCase().includes(typed.trim().toLowerCase());
  return (
    <div className="palette" role="region" aria-label={words.page.palette}>
      <TextInput size="xs" className="palette-find" aria-label={words.page.find} placeholder={words.page.find} value={typed} onChange={event => setTyped(event.currentTarget.value)} />
      <div className="palette-groups">
        {GROUPS.map(group => {
          const found = all.filter(it => it.group === group && fits(it));
          return found.length > 0 && (
            <section key={group}>
              <h3>{named.groups[group]}</h3>
              <ul>{found.map(it => <li key={it.type}><Kind of={it} onAdd={onAdd} /></li>)}</ul>
            </section>
          );
        })}
      </div>
    </div>
  );
}

function Kind({ of, onAdd }: { of: ControlFolder<ControlType>; onAdd: (type: ControlType) => void }) {
  return (
    <button
      type="button" draggable title={of.hint} aria-label={words.page.add(of.name)} onClick={() => onAdd(of.type)} onDragEnd={() => drag(undefined)}
      onDragStart={event => {
        event.dataTransfer.effectAllowed = "copy";
        event.dataTransfer.setData("text/plain", of.name);
        drag({ type: of.type });
      }}
    >
      <of.icon size={16} stroke={1.7} aria-hidden /><span>{of.name}</span>
    </button>
  );
}
