import { Card } from "../../parts/Page";
import type { AppDocument } from "../document";
import { useDoc, useEditor } from "../useEditor";
import { words } from "../words";
import { DeclarationRows } from "./Declarations";
import { Screen } from "./Screen";
import type { Declarations } from "./typed";

const w = words.screens;

/** What journeys remember, and what each profile sets. */
export function VariablesStage() {
  const editor = useEditor();
  const variables = useDoc(doc => doc.variables) as Declarations | undefined;
  const values = useDoc(doc => doc.profile_values) as Declarations | undefined;
  const put = (key: "variables" | "profile_values") => (what: string, after: Declarations) => editor.change(what, doc => {
    if (Object.keys(after).length === 0) delete doc[key];
    else doc[key] = after as AppDocument["variables"];
  });
  return (
    <Screen title={w.variables} text={w.variablesText}>
      <Card title={w.variables}><div className="pad"><DeclarationRows label={w.variables} path="variables" all={variables} add={w.addVariable} first="answer" onChange={put("variables")} /></div></Card>
      <Card title={w.profileValues}>
        <div className="pad stack">
          <p className="dim small">{w.profileValuesText}</p>
          <DeclarationRows label={w.profileValues} path="profile_values" all={values} add={w.addValue} first="support_phone" required onChange={put("profile_values")} />
        </div>
      </Card>
    </Screen>
  );
}
