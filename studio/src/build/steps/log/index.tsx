import { IconNotes } from "@tabler/icons-react";
import { exits } from "../exits";
import { everywhere, type StepFolder } from "../folder";
import { said } from "../said";
import { words } from "../words";

export const step: StepFolder<"log"> = {
  type: "log",
  group: "data",
  icon: IconNotes,
  name: "Write to the log",
  hint: "Writes a line to the journey's log; an error can alert the team.",
  channels: everywhere,
  main: ["level", "code"],
  make: () => ({ type: "log", message: "" }),
  says: it => said(it.message, words.noMessage),
  exits: it => exits(it, "next"),
};
