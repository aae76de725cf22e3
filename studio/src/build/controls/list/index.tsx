import { IconList } from "@tabler/icons-react";
import { freeName } from "../../document";
import { said } from "../../steps/said";
import type { ControlFolder } from "../folder";
import { words } from "../words";

export const control: ControlFolder<"list"> = {
  type: "list",
  group: "group",
  icon: IconList,
  name: "List",
  hint: "Repeats controls for every item of a list.",
  make: taken => ({ type: "list", id: freeName("items", taken), label: "Items", controls: [] }),
  says: it => said(it.label, words.empty),
};
