import { IconHeading } from "@tabler/icons-react";
import { said } from "../../steps/said";
import type { ControlFolder } from "../folder";
import { words } from "../words";

export const control: ControlFolder<"heading"> = {
  type: "heading",
  group: "show",
  icon: IconHeading,
  name: "Heading",
  hint: "A heading over what follows.",
  make: () => ({ type: "heading", text: "A heading" }),
  says: it => said(it.text, words.empty),
};
