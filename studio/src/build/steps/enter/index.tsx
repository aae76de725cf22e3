import { IconDoorEnter } from "@tabler/icons-react";
import { exits } from "../exits";
import { everywhere, firstFlow, type StepFolder } from "../folder";
import { said } from "../said";
import { words } from "../words";

// Its `step` is a step of the flow that is entered, so it is no exit of this one.
export const step: StepFolder<"enter"> = {
  type: "enter",
  group: "logic",
  icon: IconDoorEnter,
  name: "Move the page",
  hint: "Moves the person's page to another web flow.",
  channels: everywhere,
  main: ["step"],
  make: doc => ({ type: "enter", flow: firstFlow(doc, "web") }),
  says: it => words.enters(said(it.flow, words.chosenFlow), it.step),
  exits: it => exits(it, "next"),
};
