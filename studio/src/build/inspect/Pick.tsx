import { Combobox, InputBase, useCombobox } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useNear } from "../../parts/useNear";
import { words } from "./words";

export interface Choice {
  value: string;
  label: string;
  note?: string;
  icon?: ReactNode;
  group?: string;
}

interface Picking {
  id?: string;
  label: string;
  value: string | undefined;
  choices: () => Choice[];
  onPick: (value: string | undefined) => void;
  /** What else could be made of what was typed, last in the list. */
  create?: (typed: string) => Choice | undefined;
  placeholder?: string;
  missing?: boolean;
  clearable?: boolean;
  describedBy?: string;
}

const SHOWN = 60;
const w = words.pick;

/** A choice out of many, found by typing; what is typed may become a new one. */
export function Pick(it: Picking) {
  const [typed, setTyped] = useState("");
  const [near, come] = useNear();
  const box = useCombobox({ onDropdownClose: () => { box.resetSelectedOption(); setTyped(""); }, onDropdownOpen: () => box.selectFirstOption() });
  const found = box.dropdownOpened ? matching(it.choices(), typed) : [];
  const made = box.dropdownOpened ? it.create?.(typed.trim()) : undefined;
  const pick = (value: string | undefined) => {
    it.onPick(value);
    box.closeDropdown();
  };
  const shown = it.value === undefined || it.value === "" ? "" : it.missing ? w.missing(it.value) : it.value;
  return (
    <Combobox store={box} onOptionSubmit={pick} keepMounted={near} withinPortal={false} floatingStrategy="fixed" position="bottom-end" width={288} middlewares={{ flip: true, shift: true, size: true }}>
      <Combobox.Target withExpandedAttribute>
        <InputBase
          id={it.id} role="combobox" aria-label={it.label} aria-describedby={it.describedBy} error={it.missing || undefined} size="sm" className="pick-input"
          value={box.dropdownOpened ? typed : shown} placeholder={box.dropdownOpened ? w.find : (it.placeholder ?? w.none)}
          onChange={event => { setTyped(event.currentTarget.value); box.openDropdown(); box.updateSelectedOptionIndex(); }}
          onFocus={come} onClick={() => box.openDropdown()} onBlur={() => box.closeDropdown()} autoComplete="off" spellCheck={false}
          rightSectionPointerEvents="all"
          rightSection={it.clearable && it.value && !box.dropdownOpened
            ? <button type="button" className="quiet-icon" aria-label={`${w.clear} ${it.label}`} onMouseDown={event => event.preventDefault()} onClick={() => it.onPick(undefined)}><IconX size={14} aria-hidden /></button>
            : <Combobox.Chevron />}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={it.label} mah={280} style={{ overflowY: "auto" }}>
          {grouped(found.slice(0, SHOWN)).map(([group, choices]) => {
            const options = choices.map(one => <Option key={one.value} of={one} chosen={one.value === it.value} />);
            return group ? <Combobox.Group key={group} label={group}>{options}</Combobox.Group> : options;
          })}
          {made && <Option of={made} chosen={false} />}
          {found.length > SHOWN && <div className="pick-more">{w.more(found.length - SHOWN)}</div>}
          {found.length === 0 && !made && <Combobox.Empty>{w.nothing}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

const Option = ({ of, chosen }: { of: Choice; chosen: boolean }) => (
  <Combobox.Option value={of.value} active={chosen}>
    <span className="pick-option">{of.icon}<span className="grow"><span>{of.label}</span>{of.note && <small>{of.note}</small>}</span></span>
  </Combobox.Option>
);

function matching(choices: Choice[], typed: string): Choice[] {
  const parts = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return parts.length === 0 ? choices : choices.filter(it => parts.every(part => `${it.label} ${it.note ?? ""}`.toLowerCase().includes(part)));
}

function grouped(choices: Choice[]): [string, Choice[]][] {
  const groups = new Map<string, Choice[]>();
  for (const it of choices) groups.set(it.group ?? "", [...(groups.get(it.group ?? "") ?? []), it]);
  return [...groups];
}
