import { IconApps } from "@tabler/icons-react";
import { useMemo } from "react";
import { useDoc } from "../useEditor";
import { Field } from "./Field";
import { Head } from "./Head";
import { editorOf } from "./kinds";
import { NoteField } from "./Note";
import { schema } from "./schema";
import { type Scope, ScopeContext } from "./scope";
import { words } from "./words";

/** What holds for the app as a whole; variables, hours, records and looks have screens of their own. */
const FIELDS = ["title", "time_zone", "voice"];

export function AppInspector() {
  const title = useDoc(doc => doc.title || doc.name);
  const scope = useMemo((): Scope => ({ thing: "" }), []);
  return (
    <ScopeContext value={scope}>
      <Head icon={IconApps} kind={words.app.title} name={title}><p className="inspector-title breaks">{title}</p></Head>
      <div className="form-fields">
        {FIELDS.map(name => {
          const shape = schema.properties?.[name];
          return shape && <Field key={name} path={name} name={name} shape={shape} kind={editorOf(shape)} />;
        })}
        <NoteField path="" />
      </div>
    </ScopeContext>
  );
}
