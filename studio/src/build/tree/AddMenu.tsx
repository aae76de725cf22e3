import { ActionIcon, Menu } from "@mantine/core";
import { type Icon, IconPlus } from "@tabler/icons-react";

interface Kind {
  type: string;
  name: string;
  hint?: string;
  Icon: Icon;
}

/** A plus, and the kinds of what can be added. */
export function AddMenu({ label, kinds, onAdd }: { label: string; kinds: Kind[]; onAdd: (type: string) => void }) {
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target><ActionIcon size={24} variant="subtle" color="gray" aria-label={label} title={label}><IconPlus size={16} /></ActionIcon></Menu.Target>
      <Menu.Dropdown>
        {kinds.map(({ type, name, hint, Icon }) => (
          <Menu.Item key={type} leftSection={<Icon size={16} stroke={1.7} aria-hidden />} onClick={() => onAdd(type)}>
            {name}
            {hint && <div className="dim small">{hint}</div>}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
