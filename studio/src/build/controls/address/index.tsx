import { IconMapPin } from "@tabler/icons-react";
import { freeName } from "../../document";
import { said } from "../../steps/said";
import type { ControlFolder } from "../folder";
import { words } from "../words";

export const control: ControlFolder<"address"> = {
  type: "address",
  group: "ask",
  icon: IconMapPin,
  name: "Postal address",
  hint: "Asks for a postal address.",
  make: taken => ({ type: "address", id: freeName("address", taken), label: "Address" }),
  says: it => said(it.label, words.empty),
};
