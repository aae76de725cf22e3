import { IconPhone } from "@tabler/icons-react";
import { freeName } from "../../document";
import { said } from "../../steps/said";
import type { ControlFolder } from "../folder";
import { words } from "../words";

export const control: ControlFolder<"phone"> = {
  type: "phone",
  group: "ask",
  icon: IconPhone,
  name: "Phone number",
  hint: "Asks for a phone number.",
  make: taken => ({ type: "phone", id: freeName("phone", taken), label: "Phone number" }),
  says: it => said(it.label, words.empty),
};
