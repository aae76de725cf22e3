import { ActionIcon, Button, NativeSelect } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp, IconArrowLeft, IconPlayerPlay } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { Link } from "react-router";
import { useGet } from "../../api/hooks";
import { foremost, standing } from "../../apps/status";
import { State } from "../../parts/State";
import { Publish } from "../../publish/Publish";
import type { Other } from "../../api/types";
import { called } from "../../parts/Tips";
import { useDoc, useEditing, useEditor } from "../useEditor";
import { words } from "../words";
import { Others } from "./Others";
import { SavedState } from "./SavedState";
import { useUndoKeys } from "./undoKeys";

const w = words.top;

interface Asked {
  app: string;
  others: Other[];
  preview: boolean;
  onPreview: (open: boolean) => void;
}

/** Where I am, how it stands, what is saved, and the one act that matters at the right. */
export function TopBar({ app, others, preview, onPreview }: Asked) {
  const editor = useEditor();
  const title = useDoc(doc => doc.title || doc.name);
  const lives = useGet("/api/v1/apps/{app}/deployments", { path: { app } }, { every: 15_000 });
  const saved = useEditing(it => (it.saving === "saved" ? it.revision : undefined));
  const { refetch } = lives;
  useEffect(() => { if (saved) void refetch({ cancelRefetch: false }); }, [saved, refetch]); // a saved draft may differ from what is live
  const all = lives.data?.items ?? [];
  const [chosen, setChosen] = useState<string>();
  const live = all.find(it => it.name === chosen) ?? foremost(all);
  const [publishing, setPublishing] = useState(false);
  const publish = () => void editor.flush().then(() => setPublishing(editor.get().saving === "saved")); // what is published is what is seen here
  return (
    <section className="topbar" aria-label={w.label}>
      <Link className="back" to={`/apps`}><IconArrowLeft size={16} aria-hidden /><span>{words.apps}</span></Link>
      <h1><Link to={`/apps/${app}`} title={title}>{title}</Link></h1>
      {live && <span className="standing"><State look={standing(live).look}>{standing(live).text}</State></span>}
      {live && <NativeSelect className="profile" size="xs" aria-label={w.profile} value={live.name} onChange={e => setChosen(e.currentTarget.value)} data={all.map(it => it.name)} />}
      <span className="grow" />
      <Others all={others} />
      <SavedState />
      <Undo />
      <Button className="try" size="xs" variant="default" leftSection={<IconPlayerPlay size={14} aria-hidden />} aria-pressed={preview} onClick={() => onPreview(!preview)}>{w.preview}</Button>
      <Button size="xs" onClick={publish}>{w.publish}</Button>
      {publishing && <Publish app={app} first={live?.name ?? "Production"} onClose={() => setPublishing(false)} />}
    </section>
  );
}

function Undo() {
  const editor = useEditor();
  const undo = useEditing(it => it.undo);
  const redo = useEditing(it => it.redo);
  useUndoKeys();
  return (
    <span className="undo">
      <ActionIcon {...called(w.undoes(undo ?? ""))} variant="subtle" color="gray" aria-disabled={undo === undefined} data-off={undo === undefined || undefined} onClick={() => editor.undo()}><IconArrowBackUp size={18} /></ActionIcon>
      <ActionIcon {...called(w.redoes(redo ?? ""))} variant="subtle" color="gray" aria-disabled={redo === undefined} data-off={redo === undefined || undefined} onClick={() => editor.redo()}><IconArrowForwardUp size={18} /></ActionIcon>
    </span>
  );
}
