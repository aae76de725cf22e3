import { IconAlignLeft } from "@tabler/icons-react";
import { said } from "../../steps/said";
import type { ControlFolder } from "../folder";
import { words } from "../words";

export const control: ControlFolder<"text"> = {
  type: "text",
  group: "show",
  icon: IconAlignLeft,
  name: "Text",
  hint: "Words to read, in Markdown.",
  make: () => ({ type: "text", text: "Some words to read." }),
  says: it => said(it.text, words.empty),
};
