import { IconSignature } from "@tabler/icons-react";
import { freeName } from "../../document";
import { said } from "../../steps/said";
import type { ControlFolder } from "../folder";
import { words } from "../words";

export const control: ControlFolder<"signature"> = {
  type: "signature",
  group: "ask",
  icon: IconSignature,
  name: "Signature",
  hint: "Asks to sign by name and hand.",
  make: taken => ({ type: "signature", id: freeName("signature", taken), label: "Sign here" }),
  says: it => said(it.label, words.empty),
};
