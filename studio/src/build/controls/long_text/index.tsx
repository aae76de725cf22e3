import { IconTextWrap } from "@tabler/icons-react";
import { freeName } from "../../document";
import { said } from "../../steps/said";
import type { ControlFolder } from "../folder";
import { words } from "../words";

export const control: ControlFolder<"long_text"> = {
  type: "long_text",
  group: "ask",
  icon: IconTextWrap,
  name: "Long text",
  hint: "Asks for text of several lines.",
  make: taken => ({ type: "long_text", id: freeName("details", taken), label: "Tell us more" }),
  says: it => said(it.label, words.empty),
};
