import { IconCheckbox } from "@tabler/icons-react";
import { freeName } from "../../document";
import { said } from "../../steps/said";
import type { ControlFolder } from "../folder";
import { words } from "../words";

export const control: ControlFolder<"checkbox"> = {
  type: "checkbox",
  group: "ask",
  icon: IconCheckbox,
  name: "Box to tick",
  hint: "A box to tick: yes or no.",
  make: taken => ({ type: "checkbox", id: freeName("checkbox", taken), label: "Yes, please" }),
  says: it => said(it.label, words.empty),
};
