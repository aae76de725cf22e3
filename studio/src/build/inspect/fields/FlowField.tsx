import type { AppDocument, FlowChannel } from "../../document";
import { channelIcons } from "../../looks";
import { triggerFolderOf } from "../../triggers";
import { useDoc, useEditor } from "../../useEditor";
import { type Choice, Pick } from "../Pick";
import { type FieldProps, idOf, labelFor, Row } from "../Row";
import { type Scope, useScope } from "../scope";
import { useValue } from "../useValue";
import { choiceOf } from "../words";

export function FlowField(it: FieldProps) {
  const editor = useEditor();
  const scope = useScope();
  const [value, , choose] = useValue<string>(it.path);
  const missing = useDoc(doc => value !== undefined && !doc.flows?.[value]);
  return (
    <Row of={it}>
      <Pick id={idOf(it.path)} label={labelFor(it)} value={value} missing={missing} choices={() => flowsOf(editor.get().doc, fitting(scope, it.name))} onPick={choose} clearable={!it.required} />
    </Row>
  );
}

/** The channels of flows that this field may name. */
function fitting(scope: Scope, field: string): FlowChannel[] | undefined {
  if (scope.thing.startsWith("triggers/")) return field === "flow" ? triggerFolderOf(scope.type)?.channels : undefined;
  if (field !== "flow") return undefined;
  const byStep: Record<string, FlowChannel[]> = { enter: ["web"], start: ["text", "voice"], run: ["none", scope.channel ?? "none"] };
  return byStep[scope.type ?? ""];
}

function flowsOf(doc: AppDocument, channels?: FlowChannel[]): Choice[] {
  return Object.entries(doc.flows ?? {})
    .filter(([, flow]) => !channels || channels.includes(flow.channel ?? "none"))
    .map(([name, flow]) => {
      const Icon = channelIcons[flow.channel ?? "none"];
      return { value: name, label: name, note: flow.note ?? choiceOf(flow.channel ?? "none"), icon: Icon && <Icon size={16} stroke={1.7} aria-hidden /> };
    });
}
