import { IconShieldCheck } from "@tabler/icons-react";
import { freeName } from "../../document";
import { said } from "../../steps/said";
import type { ControlFolder } from "../folder";
import { words } from "../words";

export const control: ControlFolder<"consent"> = {
  type: "consent",
  group: "ask",
  icon: IconShieldCheck,
  name: "Consent",
  hint: "A statement to agree to, kept word for word.",
  make: taken => ({ type: "consent", id: freeName("consent", taken), label: "I agree", statement: "What is agreed to." }),
  says: it => said(it.label, words.empty),
};
