import { IconAlarm, IconCode, IconMessageReport, IconVariable } from "@tabler/icons-react";
import { type ReactNode } from "react";
import { Link, useLocation, useNavigate } from "react-router";
import type { AppDocument, FlowChannel, TriggerType } from "../document";
import { channelIcons, triggerIcons } from "../looks";
import { buildOf, placeTo } from "../places";
import { renameFlow, renameTrigger } from "../rename";
import { useSelected } from "../selection";
import { useDoc, useEditor } from "../useEditor";
import { words } from "../words";
import { addFlow, addTrigger, duplicateFlow, duplicateTrigger, removeFlow, removeTrigger } from "./acts";
import { AddMenu } from "./AddMenu";
import { TreeRow } from "./TreeRow";

const w = words.tree;
const icon = { size: 16, stroke: 1.7, "aria-hidden": true } as const;

/** What the app consists of: what starts it, its flows, and what belongs to all of them. */
export function Tree({ app, onGo }: { app: string; onGo: () => void }) {
  return (
    <nav className="tree" aria-label={w.label} onClick={event => (event.target as HTMLElement).closest("a") && onGo()}>
      <Triggers app={app} />
      <Flows app={app} />
      <Rest app={app} />
    </nav>
  );
}

function Section({ title, add, children }: { title: string; add?: ReactNode; children: ReactNode }) {
  return (
    <section>
      <header><h2>{title}</h2>{add}</header>
      {children}
    </section>
  );
}

/** Does something with a flow or a trigger, and goes to the one that it answers; to the map if it is gone. */
function useDoing(app: string, to: (name: string) => string) {
  const editor = useEditor();
  const go = useNavigate();
  return (what: string, act: (doc: AppDocument) => string | undefined) => {
    let name: string | undefined;
    editor.change(what, doc => void (name = act(doc)));
    void go(name ? to(name) : buildOf(app));
  };
}

function Triggers({ app }: { app: string }) {
  const triggers = useDoc(doc => doc.triggers);
  const [selected] = useSelected();
  const to = (trigger: string) => placeTo(app, { kind: "trigger", trigger });
  const doing = useDoing(app, to);
  const add = (type: string) => doing(w.added(words.triggerKinds[type as TriggerType]), doc => addTrigger(doc, type as TriggerType));
  const all = Object.entries(triggers ?? {});
  return (
    <Section title={w.triggers} add={<AddMenu label={w.addTrigger} onAdd={add} kinds={Object.entries(words.triggerKinds).map(([type, name]) => ({ type, name, Icon: triggerIcons[type as TriggerType] }))} />}>
      {all.length === 0 && <p className="none">{w.noTriggers}</p>}
      <ul>
        {all.map(([name, it]) => (
          <TreeRow
            key={name} name={name} path={`triggers/${name}`} to={to(name)} here={selected.kind === "trigger" && selected.trigger === name} taken={triggers} Icon={triggerIcons[it.type]}
            onRename={after => doing(w.renamed(name, after), doc => (renameTrigger(doc, name, after), after))}
            onDuplicate={() => doing(w.duplicated(name), doc => duplicateTrigger(doc, name))}
            onRemove={() => doing(w.removed(name), doc => (removeTrigger(doc, name), undefined))}
          />
        ))}
      </ul>
    </Section>
  );
}

function Flows({ app }: { app: string }) {
  const names = useDoc(doc => Object.entries(doc.flows ?? {}).map(([name, it]) => `${name}:${it.channel ?? "none"}`).join(" "));
  const flows = Object.fromEntries(names.split(" ").filter(Boolean).map(it => it.split(":") as [string, FlowChannel]));
  const [selected] = useSelected();
  const to = (flow: string) => placeTo(app, { kind: "flow", flow });
  const doing = useDoing(app, to);
  const add = (channel: string) => doing(w.added(words.flowKinds[channel as FlowChannel]), doc => addFlow(doc, channel as FlowChannel));
  return (
    <Section title={w.flows} add={<AddMenu label={w.addFlow} onAdd={add} kinds={Object.entries(words.flowKinds).map(([type, name]) => ({ type, name, hint: words.flowHints[type as FlowChannel], Icon: channelIcons[type as FlowChannel] }))} />}>
      {Object.keys(flows).length === 0 && <p className="none">{w.noFlows}</p>}
      <ul>
        {Object.entries(flows).map(([name, channel]) => (
          <TreeRow
            key={name} name={name} more={words.channels[channel]} path={`flows/${name}`} to={to(name)} here={"flow" in selected && selected.flow === name} taken={flows} Icon={channelIcons[channel] ?? channelIcons.none}
            onRename={after => doing(w.renamed(name, after), doc => (renameFlow(doc, name, after), after))}
            onDuplicate={() => doing(w.duplicated(name), doc => duplicateFlow(doc, name))}
            onRemove={() => doing(w.removed(name), doc => (removeFlow(doc, name), undefined))}
          />
        ))}
      </ul>
    </Section>
  );
}

function Rest({ app }: { app: string }) {
  const { pathname } = useLocation();
  const places = [["variables", w.variables, IconVariable], ["hours", w.hours, IconAlarm], ["answers", w.answers, IconMessageReport], ["script", w.script, IconCode]] as const;
  return (
    <Section title={w.app}>
      <ul>
        {places.map(([name, label, Icon]) => {
          const to = `${buildOf(app)}/${name}`;
          return <li key={name}><Link className="go" to={to} aria-current={pathname === to ? "page" : undefined}><Icon {...icon} /><span>{label}</span></Link></li>;
        })}
      </ul>
    </Section>
  );
}
