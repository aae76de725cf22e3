import { ActionIcon } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useAct } from "../api/hooks";
import { Sure } from "../parts/Sure";
import { tip } from "../parts/Tips";
import { words } from "../words";

/** A way to remove one thing, after a second look. */
export function Removal({ name, text, act, word = words.remove }: { name: string; text: string; act: () => Promise<unknown>; word?: string }) {
  const [open, setOpen] = useState(false);
  const removal = useAct(act, () => setOpen(false));
  const close = () => {
    setOpen(false);
    removal.reset();
  };
  return (
    <>
      <ActionIcon {...tip(word)} variant="subtle" color="gray" aria-label={`${word} ${name}`} onClick={() => setOpen(true)}><IconTrash size={16} /></ActionIcon>
      <Sure open={open} title={`${word} ${name}`} act={`${word} ${name}`} danger busy={removal.isPending} problem={removal.error} onAct={() => removal.mutate(undefined)} onClose={close}>
        <p>{text}</p>
      </Sure>
    </>
  );
}
