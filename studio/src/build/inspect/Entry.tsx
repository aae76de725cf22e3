import { ActionIcon, Menu } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconGripVertical, IconTrash } from "@tabler/icons-react";
import type { HTMLAttributes, ReactNode } from "react";
import { words } from "./words";

const w = words.list;

interface EntryIs {
  name: string;
  at: number;
  count: number;
  head: ReactNode;
  children?: ReactNode;
  handle: HTMLAttributes<HTMLElement>;
  entry: HTMLAttributes<HTMLElement>;
  onMove: (to: number) => void;
  onRemove: () => void;
}

/** One entry of a list or map: its name, what is in it, and the handle by which it is moved or taken out. */
export function Entry({ name, at, count, head, children, handle, entry, onMove, onRemove }: EntryIs) {
  return (
    <li className="entry" {...entry}>
      <div className="entry-head">
        <Menu position="bottom-start" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={24} className="grip" aria-label={words.acts(name)} {...handle}><IconGripVertical size={14} /></ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconArrowUp size={14} />} disabled={at === 0} onClick={() => onMove(at - 1)}>{w.up(name)}</Menu.Item>
            <Menu.Item leftSection={<IconArrowDown size={14} />} disabled={at === count - 1} onClick={() => onMove(at + 1)}>{w.down(name)}</Menu.Item>
            <Menu.Item leftSection={<IconTrash size={14} />} onClick={onRemove}>{w.remove(name)}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <div className="grow">{head}</div>
        <ActionIcon variant="subtle" color="gray" size={24} aria-label={w.remove(name)} onClick={onRemove}><IconTrash size={14} stroke={1.7} /></ActionIcon>
      </div>
      {children}
    </li>
  );
}
