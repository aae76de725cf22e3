import { IconCalendarPlus } from "@tabler/icons-react";
import { exits } from "../exits";
import { everywhere, type StepFolder } from "../folder";
import { said } from "../said";
import { words } from "../words";

export const step: StepFolder<"extend"> = {
  type: "extend",
  group: "logic",
  icon: IconCalendarPlus,
  name: "Keep it open longer",
  hint: "Keeps the journey open for longer, 90 days at most.",
  channels: everywhere,
  make: () => ({ type: "extend", by: "30d" }),
  says: it => words.extends(said(it.by, "?")),
  exits: it => exits(it, "next"),
};
