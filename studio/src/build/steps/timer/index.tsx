import { IconAlarm } from "@tabler/icons-react";
import { exits } from "../exits";
import { everywhere, firstFlow, type StepFolder } from "../folder";
import { said } from "../said";
import { words } from "../words";

export const step: StepFolder<"timer"> = {
  type: "timer",
  group: "logic",
  icon: IconAlarm,
  name: "Set a timer",
  hint: "Runs a flow later, whatever happens meanwhile.",
  channels: everywhere,
  main: ["after", "at"],
  make: doc => ({ type: "timer", name: "reminder", after: "24h", flow: firstFlow(doc, "none", "text") }),
  says: it => words.timer(said(it.name, words.noName), said(it.flow, words.chosenFlow), it.after ? words.after(it.after) : it.at ? words.atMoment(String(it.at)) : ""),
  exits: it => exits(it, "next"),
};
