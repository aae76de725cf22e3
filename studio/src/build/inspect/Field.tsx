import type { ReactNode } from "react";
import { ChoiceField } from "./fields/ChoiceField";
import { ControlsField } from "./fields/ControlsField";
import { DeclarationsField } from "./fields/DeclarationsField";
import { DurationField } from "./fields/DurationField";
import { ExpressionField } from "./fields/ExpressionField";
import { FlowField } from "./fields/FlowField";
import { GroupField } from "./fields/GroupField";
import { JsonField } from "./fields/JsonField";
import { ListField } from "./fields/ListField";
import { MapField } from "./fields/MapField";
import { NumberField } from "./fields/NumberField";
import { SwitchField } from "./fields/SwitchField";
import { TargetField } from "./fields/TargetField";
import { TemplateField } from "./fields/TemplateField";
import { TextField } from "./fields/TextField";
import { VariableField } from "./fields/VariableField";
import { WordsField } from "./fields/WordsField";
import type { EditorKind } from "./kinds";
import type { FieldProps } from "./Row";

const editors: Record<EditorKind, (it: FieldProps) => ReactNode> = {
  template: TemplateField,
  expression: ExpressionField,
  step: TargetField,
  variable: VariableField,
  flow: FlowField,
  duration: DurationField,
  choice: ChoiceField,
  switch: SwitchField,
  number: NumberField,
  text: TextField,
  words: WordsField,
  map: MapField,
  list: ListField,
  group: GroupField,
  declarations: DeclarationsField,
  controls: ControlsField,
  json: JsonField,
};

/** One field of the document, edited by what its shape says it is. */
export function Field({ kind, ...it }: FieldProps & { kind: EditorKind }) {
  const Editor = editors[kind];
  return <Editor {...it} />;
}
