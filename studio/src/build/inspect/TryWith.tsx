import { TextInput } from "@mantine/core";
import { useState } from "react";
import { at } from "../document";
import { useDoc } from "../useEditor";
import { variablesOf } from "./names";
import { useScope } from "./scope";
import { tried, useTyped } from "./trying";
import { words } from "./words";

const w = words.tryWith;

/** Values for the names that are used here, to see what expressions make of them. */
export function TryWith() {
  const [open, setOpen] = useState(false);
  const { flow, thing } = useScope();
  if (!flow) return null;
  return (
    <details className="try-with" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{w.title}</summary>
      {open && <Names flow={flow} thing={thing} />}
    </details>
  );
}

function Names({ flow, thing }: { flow: string; thing: string }) {
  const used = useDoc(doc => {
    const text = JSON.stringify(at(doc, thing) ?? "");
    return variablesOf(doc, doc.flows?.[flow]).filter(it => new RegExp(`\\b${it.name}\\b`).test(text)).map(it => it.name).join("\n");
  });
  if (!used) return <p className="fld-under">{w.none}</p>;
  return (
    <>
      <p className="fld-under">{w.text}</p>
      {used.split("\n").map(name => <Try key={name} name={name} />)}
    </>
  );
}

function Try({ name }: { name: string }) {
  const typed = useTyped(name);
  return (
    <div className="fld">
      <div className="fld-head"><label htmlFor={`try-${name}`}><code>{name}</code></label></div>
      <div className="fld-body"><TextInput id={`try-${name}`} value={typed} onChange={event => tried.set(name, event.currentTarget.value)} /></div>
    </div>
  );
}
