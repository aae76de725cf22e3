import type { ReactNode } from "react";
import { words } from "../../inspect/words";
import { Inline } from "../Inline";
import type { ShownProps } from "../Shown";

const w = words.page;
interface Question { required?: boolean; help?: string; type: string }

/** What is asked, and whether an answer must be given. */
export function AskedLabel({ it, path, required = it.required ?? false }: { it: Question; path: string; required?: boolean }) {
  return <><Inline path={`${path}/label`} label={w.edit("Label", it.type)} />{required ? <span className="must" title={w.required} aria-hidden> *</span> : <span className="optional"> ({w.optional})</span>}</>;
}

export const Help = ({ it, path }: { it: Question; path: string }) => (it.help === undefined ? null : <p className="help"><Inline path={`${path}/help`} label={w.edit("Help", it.type)} /></p>);

/** A question with one box to answer in. */
export function FieldOf({ it, path, root, children }: ShownProps & { children: ReactNode }) {
  const question = it as Question;
  return (
    <div {...root} className={`field ${it.type}`}>
      <label><AskedLabel it={question} path={path} /></label>
      <Help it={question} path={path} />
      {children}
    </div>
  );
}

/** A question with several things to answer by. */
export function GroupOf({ it, path, root, children, required }: ShownProps & { children: ReactNode; required?: boolean }) {
  const question = it as Question;
  return (
    <fieldset {...root} className={`field ${it.type}`}>
      <legend><AskedLabel it={question} path={path} required={required} /></legend>
      <Help it={question} path={path} />
      {children}
    </fieldset>
  );
}
