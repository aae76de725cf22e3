import { ActionIcon, TextInput } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { useAct } from "../api/hooks";
import { Sure } from "../parts/Sure";
import { tip } from "../parts/Tips";
import { words } from "../words";

/** A way to give one thing another name. */
export function Rename({ name, of, act }: { name: string; of: string; act: (name: string) => Promise<unknown> }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Edit name={of} onClick={() => setOpen(true)} word={words.rename} />
      {open && <Form name={name} of={of} act={act} onClose={() => setOpen(false)} />}
    </>
  );
}

/** A small button that opens something to be changed. */
export function Edit({ name, onClick, word = words.change }: { name: string; onClick: () => void; word?: string }) {
  return (
    <ActionIcon {...tip(word)} variant="subtle" color="gray" aria-label={`${word} ${name}`} onClick={onClick}><IconPencil size={16} /></ActionIcon>
  );
}

function Form({ name, of, act, onClose }: { name: string; of: string; act: (name: string) => Promise<unknown>; onClose: () => void }) {
  const [written, setWritten] = useState(name);
  const change = useAct(() => act(written.trim()), onClose);
  return (
    <Sure open title={`${words.rename} ${of}`} act={words.rename} busy={change.isPending} problem={change.error} onAct={() => change.mutate(undefined)} onClose={onClose} off={!written.trim() || written === name}>
      <TextInput label={words.name} value={written} onChange={e => setWritten(e.currentTarget.value)} error={change.error?.at("name")} data-autofocus />
    </Sure>
  );
}
