import { IconWorldWww } from "@tabler/icons-react";
import { firstFlow } from "../../steps/folder";
import { said } from "../../steps/said";
import type { TriggerFolder } from "../folder";
import { words } from "../words";

export const trigger: TriggerFolder<"web"> = {
  type: "web",
  icon: IconWorldWww,
  name: "Web link",
  hint: "A visit to a starting link starts a journey.",
  channels: ["web"],
  make: doc => ({ type: "web", flow: firstFlow(doc, "web") }),
  says: it => said(it.title, words.to(said(it.flow, words.noFlow))),
};
