import "./conflict.css";
import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { Note } from "../../parts/Note";
import { where } from "../bottom/Problems";
import type { AppDocument } from "../document";
import type { Editing } from "../editor";
import { useDoc, useEditor } from "../useEditor";
import { words } from "../words";
import { SideBySide } from "./SideBySide";

const w = words.conflict;

/** Mine and theirs side by side, what clashes, and the two ways out. Nothing is lost by either. */
export function Conflict({ of }: { of: NonNullable<Editing["conflict"]> }) {
  const editor = useEditor();
  const mine = useDoc(doc => doc);
  const [open, setOpen] = useState(true);
  const theirs = of.theirs.document as unknown as AppDocument;
  if (!open) return <div className="conflictbar" role="alert"><strong>{w.title}</strong><Button size="xs" onClick={() => setOpen(true)}>{words.top.conflict}</Button></div>;
  return (
    <Modal opened onClose={() => setOpen(false)} title={w.title} size={1080} closeOnClickOutside={false} closeButtonProps={{ "aria-label": w.later }}>
      <div className="stack">
        <Note tone="draft">{w.text(of.theirs.saved_by, of.theirs.revision)}</Note>
        <div>
          <h3>{w.clashes}</h3>
          <ul className="clashes">{of.clashes.map(path => <li key={path}><code>{where({ path })}</code></li>)}</ul>
        </div>
        <SideBySide mine={mine} theirs={theirs} />
        <div className="choosing">
          <div><Button variant="default" onClick={() => editor.choose("theirs", w.took)}>{w.theirs}</Button><p className="small dim">{w.theirsHow}</p></div>
          <div><Button onClick={() => editor.choose("mine", w.mine)}>{w.mine}</Button><p className="small dim">{w.mineHow}</p></div>
        </div>
      </div>
    </Modal>
  );
}
