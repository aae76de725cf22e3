import { Button, Radio, Textarea } from "@mantine/core";
import { useState } from "react";
import { call } from "../api/client";
import { useAct } from "../api/hooks";
import { Note } from "../parts/Note";
import { Sure } from "../parts/Sure";
import { words } from "../words";

const w = words.unpublish;

/** Takes the entrances down, and says what becomes of open journeys. */
export function Unpublish({ app, profile }: { app: string; profile: string }) {
  const [open, setOpen] = useState(false);
  const [people, setPeople] = useState("keep");
  const [message, setMessage] = useState("");
  const act = useAct(
    () => call("delete", "/api/v1/apps/{app}/profiles/{profile}/live", { path: { app, profile }, query: { people, message: people === "drain" ? message : undefined } }),
    () => setOpen(false),
  );
  return (
    <>
      <Button size="xs" variant="subtle" color="gray" onClick={() => setOpen(true)}>{w.act}</Button>
      <Sure open={open} title={w.title(profile)} act={w.confirm(profile)} danger busy={act.isPending} problem={act.error} onAct={() => act.mutate(undefined)} onClose={() => setOpen(false)}>
        <Note tone="draft">{w.text}</Note>
        <Radio.Group label={w.people} value={people} onChange={setPeople}>
          <div className="tight" style={{ marginTop: 6 }}>
            <Radio value="keep" label={w.keep} />
            <Radio value="drain" label={w.end} />
          </div>
        </Radio.Group>
        {people === "drain" && <Textarea label={w.message} value={message} onChange={e => setMessage(e.currentTarget.value)} maxLength={459} autosize minRows={2} />}
      </Sure>
    </>
  );
}
