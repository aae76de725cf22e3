import { FileInput, Radio, TextInput } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { call } from "../api/client";
import { useAct, useGet } from "../api/hooks";
import { Sure } from "../parts/Sure";
import { Wait } from "../parts/Wait";
import { words } from "../words";

const w = words.apps;
type Start = "example" | "empty" | "file";

export const named = (title: string) => title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60);

/** The document under its own name and title: what it was called as an example is not what it is called here. */
export const renamed = (yaml: string, name: string, title: string) =>
  yaml.replace(/^name: .*$/m, () => `name: ${name}`).replace(/^title: .*$/m, () => `title: ${JSON.stringify(title)}`);

/** A new app: from nothing, from an example that came with the server, or from a file. */
export function NewApp({ onClose }: { onClose: () => void }) {
  const go = useNavigate();
  const examples = useGet("/api/v1/examples");
  const [start, setStart] = useState<Start>("example");
  const [example, setExample] = useState("parcel-desk");
  const [title, setTitle] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const chosen = examples.data?.items.find(it => it.name === example);
  const suggested = start === "example" ? (chosen?.title ?? "") : start === "file" ? (file?.name.replace(/\.ya?ml$|\.json$/, "") ?? "") : "";
  const name = named(title || suggested);
  const make = useAct(async () => {
    const document = start === "example" ? chosen?.yaml : start === "file" ? await file?.text() : undefined;
    const made = await call("post", "/api/v1/apps", { body: { name, title: title || suggested } });
    if (document !== undefined && made)
      await call("put", "/api/v1/apps/{app}/draft", { path: { app: name }, body: title ? renamed(document, name, title) : document, type: "application/yaml", seen: made.app.revision });
    return name;
  }, app => void go(`/apps/${app}/build`));
  return (
    <Sure open title={w.add} act={w.create} size="lg" busy={make.isPending} problem={make.error} onAct={() => make.mutate(undefined)} onClose={onClose} off={!name || (start === "file" && !file)}>
      <Radio.Group label={w.start} value={start} onChange={it => setStart(it as Start)}>
        <div className="row" style={{ marginTop: 6 }}>{Object.entries(w.starts).map(([value, label]) => <Radio key={value} value={value} label={label} />)}</div>
      </Radio.Group>
      {start === "example" && (
        <Wait query={examples}>
          {({ items }) => (
            <Radio.Group aria-label={w.starts.example} value={example} onChange={setExample}>
              <div className="tight">
                {items.map(it => <Radio.Card key={it.name} value={it.name} p="sm" radius={8}><strong>{it.title}</strong><div className="dim small">{it.note}</div></Radio.Card>)}
              </div>
            </Radio.Group>
          )}
        </Wait>
      )}
      {start === "file" && <FileInput label={w.file} description={w.fileHow} accept=".yaml,.yml,.json" value={file} onChange={setFile} clearable clearButtonProps={{ "aria-label": words.remove }} />}
      <TextInput label={w.titleOf} placeholder={suggested} value={title} onChange={e => setTitle(e.currentTarget.value)} description={name ? w.nameIs(name) : undefined} error={make.error?.at("name")} data-autofocus />
    </Sure>
  );
}
