import { IconNumber } from "@tabler/icons-react";
import { freeName } from "../../document";
import { said } from "../../steps/said";
import type { ControlFolder } from "../folder";
import { words } from "../words";

export const control: ControlFolder<"number"> = {
  type: "number",
  group: "ask",
  icon: IconNumber,
  name: "Number",
  hint: "Asks for a number.",
  make: taken => ({ type: "number", id: freeName("number", taken), label: "How many" }),
  says: it => said(it.label, words.empty),
};
