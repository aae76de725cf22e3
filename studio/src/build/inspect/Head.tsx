import { ActionIcon, Menu } from "@mantine/core";
import { type Icon, IconCopy, IconDots, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { words } from "./words";

interface HeadIs {
  icon: Icon;
  kind: string;
  name: string;
  children: ReactNode;
  acts?: ReactNode;
  onDuplicate?: () => void;
  onRemove?: () => void;
}

/** What is selected: its kind, its name, and what can be done with the whole of it. */
export function Head({ icon: Sign, kind, name, children, acts, onDuplicate, onRemove }: HeadIs) {
  return (
    <header className="inspector-head">
      <span className="sign"><Sign size={18} stroke={1.7} aria-hidden /></span>
      <div className="grow">
        <h2 className="kind">{kind}</h2>
        {children}
      </div>
      {(acts || onDuplicate || onRemove) && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target><ActionIcon variant="subtle" color="gray" aria-label={words.acts(name)}><IconDots size={18} /></ActionIcon></Menu.Target>
          <Menu.Dropdown>
            {acts}
            {onDuplicate && <Menu.Item leftSection={<IconCopy size={16} />} onClick={onDuplicate}>{words.duplicate}</Menu.Item>}
            {onRemove && <Menu.Item leftSection={<IconTrash size={16} />} onClick={onRemove}>{words.remove}</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
      )}
    </header>
  );
}
