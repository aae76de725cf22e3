import { Button, Menu, Modal, Textarea, TextInput } from "@mantine/core";
import { IconApi, IconCalendarTime, IconMessage, IconPhone, IconWorld } from "@tabler/icons-react";
import { useState } from "react";
import type { Pane, Part } from "./PreviewPhone";
import { sample } from "./sample";
import { words } from "./words";

const w = words.start;
const icons = { text: IconMessage, call: IconPhone, web: IconWorld, api: IconApi, schedule: IconCalendarTime };
const panes: Partial<Record<string, Pane>> = { text: "text", call: "call", web: "page" };

/** Every trigger of the app, each as what may happen outside. */
export function Begin({ doc, acting, show, onApi }: Part & { onApi: (trigger: string) => void }) {
  const triggers = Object.entries(doc.triggers ?? {});
  if (triggers.length === 0) return <Menu.Label>{w.none}</Menu.Label>;
  return (
    <>
      <Menu.Label>{w.label}</Menu.Label>
      {triggers.map(([name, it]) => {
        const Icon = icons[it.type];
        const begin = () => {
          if (it.type === "api") return onApi(name);
          acting.does(it.type === "text" ? { type: "text", body: w.first } : it.type === "call" ? { type: "call" } : it.type === "web" ? { type: "visit", trigger: name } : { type: "schedule", trigger: name });
          show(panes[it.type] ?? "log");
        };
        return <Menu.Item key={name} leftSection={<Icon size={16} />} rightSection={<span className="dim small">{name}</span>} onClick={begin}>{w[it.type]}</Menu.Item>;
      })}
    </>
  );
}

/** A program’s request: the parameters of its path, and its payload. */
Begin.Api = function Api({ doc, acting, show, trigger, onDone }: Part & { trigger: string; onDone: () => void }) {
  const it = doc.triggers?.[trigger];
  const path = it?.type === "api" ? String(it.path ?? "") : "";
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(found => found[1]!);
  const [payload, setPayload] = useState(() => JSON.stringify(sample(it?.type === "api" ? it.payload : undefined), null, 2));
  const [parameters, setParameters] = useState<Record<string, string>>({});
  const read = json(payload);
  return (
    <Modal opened onClose={onDone} title={trigger}>
      <div className="stack">
        <code className="breaks">{it?.type === "api" ? `${it.method ?? "POST"} ${path}` : ""}</code>
        {names.map(name => <TextInput key={name} label={name} value={parameters[name] ?? ""} onChange={event => setParameters({ ...parameters, [name]: event.currentTarget.value })} />)}
        <Textarea label={w.payload} autosize minRows={5} classNames={{ input: "mono" }} value={payload} onChange={event => setPayload(event.currentTarget.value)} error={read ? undefined : words.outside.badJson} />
        <div className="row" style={{ justifyContent: "flex-end" }}>
          <Button disabled={!read} onClick={() => { acting.does({ type: "request", trigger, payload: read?.value, parameters }); show("log"); onDone(); }}>{w.send}</Button>
        </div>
      </div>
    </Modal>
  );
};

/** What a text says as JSON; nothing when it says none. */
export function json(text: string): { value: unknown } | undefined {
  try {
    return { value: text.trim() ? (JSON.parse(text) as unknown) : "" };
  } catch {
    return undefined;
  }
}
