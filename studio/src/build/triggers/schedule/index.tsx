import { IconCalendarTime } from "@tabler/icons-react";
import { firstFlow } from "../../steps/folder";
import { said } from "../../steps/said";
import type { TriggerFolder } from "../folder";
import { words } from "../words";

export const trigger: TriggerFolder<"schedule"> = {
  type: "schedule",
  icon: IconCalendarTime,
  name: "Schedule",
  hint: "A moment by the calendar starts a journey.",
  channels: ["none"],
  make: doc => ({ type: "schedule", flow: firstFlow(doc, "none"), cron: "0 9 * * 1-5" }),
  says: it => said(it.cron, words.to(said(it.flow, words.noFlow))),
};
