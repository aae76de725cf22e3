import { IconMessage } from "@tabler/icons-react";
import { firstFlow } from "../../steps/folder";
import { said } from "../../steps/said";
import type { TriggerFolder } from "../folder";
import { words } from "../words";

export const trigger: TriggerFolder<"text"> = {
  type: "text",
  icon: IconMessage,
  name: "Incoming text",
  hint: "A text to a number starts a journey.",
  channels: ["text"],
  make: doc => ({ type: "text", flow: firstFlow(doc, "text") }),
  says: it => words.to(said(it.flow, words.noFlow)),
};
