import type { ReactNode } from "react";
import type { DraftProblem } from "../../api/types";
import { tip } from "../../parts/Tips";
import { useProblems } from "../problems";
import type { Shape } from "./schema";
import { labelOf, words } from "./words";

export interface FieldProps {
  path: string;
  name: string;
  shape: Shape;
  required?: boolean;
  /** What it is called where its name alone would not say it: the value of an entry. */
  label?: string;
  /** Without a label of its own that can be seen: an entry's name stands before it. */
  bare?: boolean;
}

export const idOf = (path: string) => `f-${path.replaceAll("/", "-")}`;
export const labelFor = (it: FieldProps) => it.label ?? labelOf(it.name);

interface RowIs {
  of: FieldProps;
  tall?: boolean;
  /** Labels a native control; a group of things is labelled by its own. */
  labels?: boolean;
  aside?: ReactNode;
  children: ReactNode;
  /** Codes that are told of the text as it is now, by something else here. */
  without?: (it: DraftProblem) => boolean;
  exact?: boolean;
}

/** A field: what it is called, what is in it, and what is wrong with it. */
export function Row({ of, tall, labels = true, aside, children, without, exact }: RowIs) {
  const problems = useProblems(of.path).filter(it => (!exact || it.path === of.path) && !without?.(it));
  const name = labelFor(of);
  const label = <span className="fld-label">{name}{of.required && <span className="fld-must" title={words.required} aria-hidden> *</span>}</span>;
  const id = idOf(of.path);
  const more = tip(of.shape.description, { side: "left" });
  return (
    <div className="fld" data-tall={tall || undefined} data-bare={of.bare || undefined} data-field={of.path} data-help={of.shape.description} data-label={name}>
      {!of.bare && (
        <div className="fld-head">
          {labels ? <label htmlFor={id} {...more}>{label}</label> : <span id={`${id}-label`} {...more}>{label}</span>}
          {aside}
        </div>
      )}
      <div className="fld-body">{children}</div>
      <Problems of={problems} id={`${id}-problems`} />
    </div>
  );
}

export function Problems({ of, id }: { of: readonly { text: string; severity?: string; way_out?: string }[]; id?: string }) {
  if (of.length === 0) return null;
  return (
    <ul className="fld-problems" id={id}>
      {of.map((it, at) => <li key={at} data-severity={it.severity ?? "error"}>{it.text}{it.way_out && <span className="dim"> {it.way_out}</span>}</li>)}
    </ul>
  );
}
