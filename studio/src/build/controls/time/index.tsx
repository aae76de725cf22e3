import { IconClock } from "@tabler/icons-react";
import { freeName } from "../../document";
import { said } from "../../steps/said";
import type { ControlFolder } from "../folder";
import { words } from "../words";

export const control: ControlFolder<"time"> = {
  type: "time",
  group: "ask",
  icon: IconClock,
  name: "Time of day",
  hint: "Asks for a time of day.",
  make: taken => ({ type: "time", id: freeName("time", taken), label: "Time" }),
  says: it => said(it.label, words.empty),
};
