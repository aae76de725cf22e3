import { IconForms } from "@tabler/icons-react";
import { said } from "../../steps/said";
import type { ControlFolder } from "../folder";
import { words } from "../words";

export const control: ControlFolder<"form"> = {
  type: "form",
  group: "group",
  icon: IconForms,
  name: "Group of questions",
  hint: "Questions that belong together, under a heading.",
  make: () => ({ type: "form", label: "About you", controls: [] }),
  says: it => said(it.label, words.empty),
};
