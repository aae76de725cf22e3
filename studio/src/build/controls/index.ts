// Every control type has a folder here; one without it does not compile.
import type { Control, ControlType } from "../document";
import type { ControlFolder } from "./folder";
import { control as heading } from "./heading";
import { control as text } from "./text";
import { control as image } from "./image";
import { control as link } from "./link";
import { control as divider } from "./divider";
import { control as progress } from "./progress";
import { control as container } from "./container";
import { control as list } from "./list";
import { control as form } from "./form";
import { control as textField } from "./text_field";
import { control as longText } from "./long_text";
import { control as number } from "./number";
import { control as money } from "./money";
import { control as date } from "./date";
import { control as time } from "./time";
import { control as email } from "./email";
import { control as phone } from "./phone";
import { control as address } from "./address";
import { control as choice } from "./choice";
import { control as choices } from "./choices";
import { control as checkbox } from "./checkbox";
import { control as consent } from "./consent";
import { control as file } from "./file";
import { control as signature } from "./signature";
import { control as rating } from "./rating";
import { control as button } from "./button";

export const controls: { [T in ControlType]: ControlFolder<T> } = {
  heading,
  text,
  image,
  link,
  divider,
  progress,
  container,
  list,
  form,
  text_field: textField,
  long_text: longText,
  number,
  money,
  date,
  time,
  email,
  phone,
  address,
  choice,
  choices,
  checkbox,
  consent,
  file,
  signature,
  rating,
  button,
};

/** The folder of a control's type; none where the script holds a type that there is not. */
export const controlFolderOf = (type: string | undefined): ControlFolder<ControlType> | undefined =>
  type !== undefined && Object.hasOwn(controls, type) ? (controls[type as ControlType] as ControlFolder<ControlType>) : undefined;

export const saysOfControl = (it: Control): string => controlFolderOf(it.type)?.says(it) ?? String(it.type);
