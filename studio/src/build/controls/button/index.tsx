import { IconClick } from "@tabler/icons-react";
import { said } from "../../steps/said";
import type { ControlFolder } from "../folder";
import { words } from "../words";

export const control: ControlFolder<"button"> = {
  type: "button",
  group: "act",
  icon: IconClick,
  name: "Button",
  hint: "Sends the page and goes on.",
  make: () => ({ type: "button", label: "Continue" }),
  says: it => said(it.label, words.empty),
};
