import { IconPhoneIncoming } from "@tabler/icons-react";
import { firstFlow } from "../../steps/folder";
import { said } from "../../steps/said";
import type { TriggerFolder } from "../folder";
import { words } from "../words";

export const trigger: TriggerFolder<"call"> = {
  type: "call",
  icon: IconPhoneIncoming,
  name: "Incoming call",
  hint: "A call to a number starts a journey.",
  channels: ["voice"],
  make: doc => ({ type: "call", flow: firstFlow(doc, "voice") }),
  says: it => words.to(said(it.flow, words.noFlow)),
};
