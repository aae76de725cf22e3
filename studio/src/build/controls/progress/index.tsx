import { IconProgress } from "@tabler/icons-react";
import { said } from "../../steps/said";
import type { ControlFolder } from "../folder";
import { words } from "../words";

export const control: ControlFolder<"progress"> = {
  type: "progress",
  group: "show",
  icon: IconProgress,
  name: "Progress bar",
  hint: "How much of something is done.",
  make: () => ({ type: "progress", label: "Done", value: "50" }),
  says: it => said(it.label, words.empty),
};
