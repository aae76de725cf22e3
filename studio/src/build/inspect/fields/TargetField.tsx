import { type FlowChannel, freeName, type Step, type StepType } from "../../document";
import { folderOf, saysOf, steps } from "../../steps";
import { useDoc, useEditor } from "../../useEditor";
import { lastOf, write } from "../paths";
import { type Choice, Pick } from "../Pick";
import { type FieldProps, idOf, labelFor, Row } from "../Row";
import { useScope } from "../scope";
import { useValue } from "../useValue";
import { labelOf, words } from "../words";

const w = words.pick;
const NEW = "+";

/** Where an exit leads: a step of the flow, or one that is made for it. */
export function TargetField(it: FieldProps) {
  const editor = useEditor();
  const scope = useScope();
  const [value, , choose] = useValue<string>(it.path);
  const elsewhere = scope.type === "enter" && it.name === "step";
  const other = useDoc(doc => (elsewhere ? (doc.flows?.[scope.flow ?? ""]?.steps[lastOf(scope.thing)] as { flow?: string } | undefined)?.flow : undefined));
  const flow = elsewhere ? other : scope.flow;
  const missing = useDoc(doc => value !== undefined && !doc.flows?.[flow ?? ""]?.steps?.[value]);
  const pick = (to: string | undefined) => {
    if (!to?.startsWith(NEW)) return choose(to);
    const type = to.slice(1) as StepType;
    editor.change(words.adds(labelOf(type)), doc => {
      const all = doc.flows?.[flow ?? ""]?.steps;
      const made = folderOf(type)?.make(doc);
      if (!all || !made) return;
      const id = freeName(type, all);
      all[id] = made;
      write(doc, it.path, id);
    });
  };
  const choices = () => [...stepsOf(editor.get().doc.flows?.[flow ?? ""]?.steps ?? {}), ...(elsewhere ? [] : newSteps(scope.channel ?? "none"))];
  return (
    <Row of={it}>
      <Pick id={idOf(it.path)} label={labelFor(it)} value={value} missing={missing} choices={choices} onPick={pick} clearable placeholder={it.name === "next" ? w.nowhere : w.none} />
    </Row>
  );
}

function icon(type: string) {
  const Icon = folderOf(type)?.icon;
  return Icon && <Icon size={16} stroke={1.7} aria-hidden />;
}

const stepsOf = (all: Record<string, Step>): Choice[] =>
  Object.entries(all).map(([id, step]) => ({ value: id, label: id, note: saysOf(step).split("\n")[0]?.slice(0, 60), icon: icon(step.type), group: w.steps }));

const newSteps = (channel: FlowChannel): Choice[] =>
  Object.values(steps)
    .filter(it => it.channels.includes(channel))
    .map(it => ({ value: NEW + it.type, label: w.newStep(it.name), icon: icon(it.type), group: w.newSteps }));
