import { IconCoin } from "@tabler/icons-react";
import { freeName } from "../../document";
import { said } from "../../steps/said";
import type { ControlFolder } from "../folder";
import { words } from "../words";

export const control: ControlFolder<"money"> = {
  type: "money",
  group: "ask",
  icon: IconCoin,
  name: "Amount of money",
  hint: "Asks for an amount in one currency.",
  make: taken => ({ type: "money", id: freeName("money", taken), label: "Amount", currency: "USD" }),
  says: it => said(it.label, words.empty),
};
