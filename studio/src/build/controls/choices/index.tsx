import { IconListCheck } from "@tabler/icons-react";
import { freeName } from "../../document";
import { said } from "../../steps/said";
import type { ControlFolder } from "../folder";
import { words } from "../words";

export const control: ControlFolder<"choices"> = {
  type: "choices",
  group: "ask",
  icon: IconListCheck,
  name: "Any of several",
  hint: "Asks to choose any number of options.",
  make: taken => ({ type: "choices", id: freeName("choices", taken), label: "Choose any", options: [{ value: "one", label: "One" }, { value: "other", label: "Another" }] }),
  says: it => said(it.label, words.empty),
};
