import { IconCalendar } from "@tabler/icons-react";
import { freeName } from "../../document";
import { said } from "../../steps/said";
import type { ControlFolder } from "../folder";
import { words } from "../words";

export const control: ControlFolder<"date"> = {
  type: "date",
  group: "ask",
  icon: IconCalendar,
  name: "Day",
  hint: "Asks for a day.",
  make: taken => ({ type: "date", id: freeName("date", taken), label: "Day" }),
  says: it => said(it.label, words.empty),
};
