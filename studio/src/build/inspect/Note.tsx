import { Button, Textarea } from "@mantine/core";
import { IconNote } from "@tabler/icons-react";
import { useState } from "react";
import { below } from "./paths";
import { idOf } from "./Row";
import { useValue } from "./useValue";
import { words } from "./words";

/** A remark for those who build. */
export function NoteField({ path }: { path: string }) {
  const at = below(path, "note");
  const [note, type] = useValue<string>(at);
  const [open, setOpen] = useState(false);
  if (note === undefined && !open)
    return <div className="note-add"><Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconNote size={14} />} onClick={() => setOpen(true)}>{words.noteAdd}</Button></div>;
  return (
    <div className="fld" data-tall data-field={at} data-help={words.noteHow} data-label={words.note}>
      <div className="fld-head"><label htmlFor={idOf(at)}>{words.note}</label></div>
      <div className="fld-body"><Textarea id={idOf(at)} value={note ?? ""} autosize minRows={2} maxRows={8} data-autofocus={open || undefined} onChange={event => type(event.currentTarget.value || undefined)} /></div>
    </div>
  );
}
