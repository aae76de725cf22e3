import { ActionIcon, Menu, TextInput } from "@mantine/core";
import { type Icon, IconDots } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { NAME } from "../document";
import { useFaults } from "../problems";
import { words } from "../words";

const w = words.tree;

interface Asked {
  name: string;
  more?: string;
  path: string;
  to: string;
  here: boolean;
  taken: object | undefined;
  Icon: Icon;
  onRename: (to: string) => void;
  onDuplicate: () => void;
  onRemove: () => void;
}

/** One flow or trigger: the way to it, how many problems it has, and what can be done with it. */
export function TreeRow(it: Asked) {
  const [naming, setNaming] = useState(false);
  const problems = useFaults(it.path);
  const { Icon } = it;
  if (naming) return <li><Naming name={it.name} taken={it.taken} onDone={after => { setNaming(false); if (after) it.onRename(after); }} /></li>;
  const keys = (event: React.KeyboardEvent) => {
    if (event.key === "F2") setNaming(true);
    if (event.key === "Delete") it.onRemove();
  };
  return (
    <li>
      <Link className="go" to={it.to} aria-current={it.here ? "page" : undefined} onKeyDown={keys} onDoubleClick={() => setNaming(true)}>
        <Icon size={16} stroke={1.7} aria-hidden />
        <span>{it.name}</span>
        {problems.length > 0 ? <em className={problems.some(p => p.severity === "error") ? "errors" : "warnings"} aria-label={w.problems(problems.length)}>{problems.length}</em> : it.more && <small>{it.more}</small>}
      </Link>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target><ActionIcon className="does" size={24} variant="subtle" color="gray" aria-label={w.more(it.name)}><IconDots size={16} /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setNaming(true)} rightSection={<kbd>F2</kbd>}>{w.rename}</Menu.Item>
          <Menu.Item onClick={it.onDuplicate}>{w.duplicate}</Menu.Item>
          <Menu.Item color="red.9" onClick={it.onRemove}>{w.remove}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

export function Naming({ name, taken, onDone }: { name: string; taken: object | undefined; onDone: (after?: string) => void }) {
  const [text, setText] = useState(name);
  const wrong = text === name ? undefined : !NAME.test(text) ? w.nameShape : taken && text in taken ? w.nameTaken : undefined;
  const done = () => onDone(wrong || text === name ? undefined : text);
  return (
    <TextInput
      size="xs" aria-label={w.newName(name)} value={text} error={wrong} autoFocus onFocus={e => e.currentTarget.select()} onBlur={done}
      onChange={e => setText(e.currentTarget.value.toLowerCase().replace(/[ -]/g, "_"))}
      onKeyDown={e => {
        e.stopPropagation();
        if (e.key === "Enter" && !wrong) done();
        if (e.key === "Escape") onDone();
      }}
    />
  );
}
