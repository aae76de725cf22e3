import { Button, Menu } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { words } from "../words";

interface Adding {
  label: string;
  hints: () => string[];
  wish: string;
  onAdd: (name: string) => void;
}

/** Adds an entry: under a name that is expected here, or one of its own. */
export function AddNamed({ label, hints, wish, onAdd }: Adding) {
  const known = hints();
  const look = { variant: "subtle", size: "compact-sm", leftSection: <IconPlus size={14} />, "aria-label": label, className: "add-entry" } as const;
  if (known.length === 0) return <Button {...look} onClick={() => onAdd(wish)}>{words.list.add}</Button>;
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target><Button {...look}>{words.list.add}</Button></Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: "auto" }}>
        {known.map(it => <Menu.Item key={it} onClick={() => onAdd(it)}>{it}</Menu.Item>)}
        <Menu.Divider />
        <Menu.Item onClick={() => onAdd(wish)}>{words.list.other}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
