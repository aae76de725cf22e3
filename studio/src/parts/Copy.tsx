import { ActionIcon, CopyButton } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { words } from "../words";
import { tip } from "./Tips";

export function Copy({ value, label }: { value: string; label?: string }) {
  return (
    <CopyButton value={value} timeout={1500}>
      {({ copied, copy }) => (
        <ActionIcon {...tip(copied ? words.copied : words.copy)} variant="subtle" color="gray" onClick={copy} aria-label={`${copied ? words.copied : words.copy} ${label ?? value}`}>
            {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          </ActionIcon>
      )}
    </CopyButton>
  );
}
