import { Handle, type Node as Card, type NodeProps, Position } from "@xyflow/react";
import { IconFlag3, IconLinkOff } from "@tabler/icons-react";
import { memo } from "react";
import { folderOf, saysOf } from "../steps";
import { useFaults } from "../problems";
import { useDoc } from "../useEditor";
import { words } from "../words";
import { HEAD, type Shape } from "./size";

const w = words.flow;

export type CardOf = Card<{ flow: string; shape: Shape; start: boolean; lost: boolean }, "step">;

/** One step: what it is, what it is called, what is said, and where it leads. It is drawn anew only when this step changes. */
export const StepCard = memo(function StepCard({ id, data: { flow, shape, start, lost }, selected }: NodeProps<CardOf>) {
  const step = useDoc(doc => doc.flows?.[flow]?.steps[id]);
  const problems = useFaults(`flows/${flow}/steps/${id}`);
  if (!step) return null;
  const folder = folderOf(step.type);
  const Icon = folder?.icon;
  const bad = problems.some(it => it.severity === "error");
  return (
    <div className="stepcard" data-selected={selected || undefined} data-bad={problems.length > 0 ? (bad ? "error" : "warning") : undefined} data-lost={lost || undefined} data-group={folder?.group} data-type={step.type}>
      {start && <span className="begins"><IconFlag3 size={13} aria-hidden />{w.start}</span>}
      <Handle type="target" id="in" position={Position.Left} style={{ top: HEAD / 2 }} />
      <div className="stephead">
        {Icon && <span className="stepicon"><Icon size={16} stroke={1.8} aria-hidden /></span>}
        <strong>{id}</strong>
        <span className="steptype">{folder?.name ?? step.type}</span>
        {problems.length > 0 && <em className={bad ? "errors" : "warnings"} title={problems.map(it => it.text).join("\n")}>{problems.length}</em>}
        {lost && problems.length === 0 && <span className="lostmark" title={w.unreachable}><IconLinkOff size={14} aria-hidden /></span>}
      </div>
      <div className="stepsays">{saysOf(step)}</div>
      {shape.rows.length > 0 && (
        <div className="stepexits">
          {shape.rows.map(it => (
            <div key={it.key} className="exitrow" data-open={it.to === undefined || undefined}>
              <span>{it.label}</span>
              <Handle type="source" id={it.key} position={Position.Right} />
            </div>
          ))}
        </div>
      )}
      {shape.lone && <Handle type="source" id={shape.lone.key} position={Position.Right} style={{ top: HEAD / 2 }} />}
    </div>
  );
});
