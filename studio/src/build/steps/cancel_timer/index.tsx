import { IconAlarmOff } from "@tabler/icons-react";
import { exits } from "../exits";
import { everywhere, type StepFolder } from "../folder";
import { said } from "../said";
import { words } from "../words";

export const step: StepFolder<"cancel_timer"> = {
  type: "cancel_timer",
  group: "logic",
  icon: IconAlarmOff,
  name: "Drop a timer",
  hint: "Drops a timer; one that is not set is no failure.",
  channels: everywhere,
  make: () => ({ type: "cancel_timer", name: "reminder" }),
  says: it => words.drops(said(it.name, words.noName)),
  exits: it => exits(it, "next"),
};
