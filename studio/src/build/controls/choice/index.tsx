import { IconCircleDot } from "@tabler/icons-react";
import { freeName } from "../../document";
import { said } from "../../steps/said";
import type { ControlFolder } from "../folder";
import { words } from "../words";

export const control: ControlFolder<"choice"> = {
  type: "choice",
  group: "ask",
  icon: IconCircleDot,
  name: "One of several",
  hint: "Asks to choose one option.",
  make: taken => ({ type: "choice", id: freeName("choice", taken), label: "Choose one", options: [{ value: "one", label: "One" }, { value: "other", label: "Another" }] }),
  says: it => said(it.label, words.empty),
};
