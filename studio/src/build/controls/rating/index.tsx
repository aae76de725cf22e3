import { IconStar } from "@tabler/icons-react";
import { freeName } from "../../document";
import { said } from "../../steps/said";
import type { ControlFolder } from "../folder";
import { words } from "../words";

export const control: ControlFolder<"rating"> = {
  type: "rating",
  group: "ask",
  icon: IconStar,
  name: "Rating",
  hint: "Asks how good something was.",
  make: taken => ({ type: "rating", id: freeName("rating", taken), label: "How was it" }),
  says: it => said(it.label, words.empty),
};
