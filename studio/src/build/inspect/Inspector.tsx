import "./inspect.css";
import { memo, useEffect } from "react";
import { type Selected, WANTED } from "../selection";
import { AppInspector } from "./AppInspector";
import { ControlInspector } from "./ControlInspector";
import { FlowInspector } from "./FlowInspector";
import { HelpLine } from "./HelpLine";
import { StepInspector } from "./StepInspector";
import { TriggerInspector } from "./TriggerInspector";
import { useAskedField } from "./useAskedField";
import { useDeferred } from "./useDeferred";
import { useUndoInFields } from "./useUndoInFields";

/** What is selected, and everything that can be changed about it. It comes after the canvas has drawn itself, so that moving over cards stays quick. */
export function Inspector({ selected }: { selected: Selected }) {
  const [it, hurry] = useDeferred(selected);
  const root = useUndoInFields();
  useAskedField(root, it);
  useEffect(() => {
    const host = root.current?.parentElement;
    host?.addEventListener(WANTED, hurry);
    return () => host?.removeEventListener(WANTED, hurry);
  }, [root, hurry]);
  return (
    <div className="inspector" ref={root} data-selected={it?.kind}>
      <div className="inspector-body">{it && <Of it={it} />}</div>
      <HelpLine />
    </div>
  );
}

const Of = memo(function Of({ it }: { it: Selected }) {
  switch (it.kind) {
    case "step":
      return <StepInspector key={`${it.flow}/${it.step}`} flow={it.flow} step={it.step} />;
    case "control":
      return <ControlInspector key={`${it.flow}/${it.step}/${it.control}`} flow={it.flow} step={it.step} control={it.control} />;
    case "trigger":
      return <TriggerInspector key={it.trigger} trigger={it.trigger} />;
    case "flow":
      return <FlowInspector key={it.flow} flow={it.flow} />;
    case "app":
      return <AppInspector />;
  }
});
