import { IconMail } from "@tabler/icons-react";
import { freeName } from "../../document";
import { said } from "../../steps/said";
import type { ControlFolder } from "../folder";
import { words } from "../words";

export const control: ControlFolder<"email"> = {
  type: "email",
  group: "ask",
  icon: IconMail,
  name: "Email address",
  hint: "Asks for an email address.",
  make: taken => ({ type: "email", id: freeName("email", taken), label: "Email" }),
  says: it => said(it.label, words.empty),
};
