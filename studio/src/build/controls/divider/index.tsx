import { IconSeparator } from "@tabler/icons-react";
import type { ControlFolder } from "../folder";
import { words } from "../words";

export const control: ControlFolder<"divider"> = {
  type: "divider",
  group: "show",
  icon: IconSeparator,
  name: "Line",
  hint: "A line between two parts of a page.",
  make: () => ({ type: "divider" }),
  says: () => words.line,
};
