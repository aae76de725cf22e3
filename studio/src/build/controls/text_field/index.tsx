import { IconCursorText } from "@tabler/icons-react";
import { freeName } from "../../document";
import { said } from "../../steps/said";
import type { ControlFolder } from "../folder";
import { words } from "../words";

export const control: ControlFolder<"text_field"> = {
  type: "text_field",
  group: "ask",
  icon: IconCursorText,
  name: "Line of text",
  hint: "Asks for a line of text.",
  make: taken => ({ type: "text_field", id: freeName("answer", taken), label: "Your answer" }),
  says: it => said(it.label, words.empty),
};
