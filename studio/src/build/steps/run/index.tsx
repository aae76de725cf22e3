import { IconSubtask } from "@tabler/icons-react";
import { exits } from "../exits";
import { everywhere, firstFlow, type StepFolder } from "../folder";
import { names, said } from "../said";
import { words } from "../words";

export const step: StepFolder<"run"> = {
  type: "run",
  group: "logic",
  icon: IconSubtask,
  name: "Run a flow",
  hint: "Runs another flow and keeps its result.",
  channels: everywhere,
  main: ["with", "into", "failed"],
  make: doc => ({ type: "run", flow: firstFlow(doc, "none") }),
  says: it => words.runs(said(it.flow, words.chosenFlow)) + (names(it.with) && ` (${names(it.with)})`),
  exits: it => exits(it, "next", "failed"),
};
