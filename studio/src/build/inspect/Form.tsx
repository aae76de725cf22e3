import { type ReactNode, useMemo } from "react";
import { useProblems } from "../problems";
import { Fields } from "./Fields";
import { NoteField } from "./Note";
import { Problems } from "./Row";
import { fieldsOf, type Shape } from "./schema";
import { type Scope, ScopeContext } from "./scope";
import { TryWith } from "./TryWith";

interface FormIs extends Scope {
  shape: Shape;
  main?: readonly string[];
  without?: readonly string[];
  /** A thing of the app as a whole has its own problems elsewhere. */
  quiet?: boolean;
  children?: ReactNode;
}

/** The form of one thing, made of its shape: what is wrong with the whole of it, its fields, its note. */
export function Form({ thing, flow, channel, type, shape, main, without, quiet, children }: FormIs) {
  const scope = useMemo(() => ({ thing, flow, channel, type }), [thing, flow, channel, type]);
  const known = fieldsOf(shape).map(it => it.name);
  const problems = useProblems(thing).filter(it => !known.some(name => it.path.startsWith(`${thing}/${name}/`) || it.path === `${thing}/${name}`));
  return (
    <ScopeContext value={scope}>
      <div className="form-fields">
        {!quiet && <Problems of={problems} />}
        {children}
        <Fields shape={shape} path={thing} main={main} without={without} />
        <NoteField path={thing} />
      </div>
      <TryWith />
    </ScopeContext>
  );
}
