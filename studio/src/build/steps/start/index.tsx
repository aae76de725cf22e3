import { IconMessageForward } from "@tabler/icons-react";
import { exits } from "../exits";
import { everywhere, firstFlow, type StepFolder } from "../folder";
import { said } from "../said";
import { words } from "../words";

export const step: StepFolder<"start"> = {
  type: "start",
  group: "world",
  icon: IconMessageForward,
  name: "Start a conversation",
  hint: "Texts the contact, or calls them.",
  channels: everywhere,
  main: ["with", "failed"],
  make: doc => ({ type: "start", flow: firstFlow(doc, "text", "voice") }),
  says: it => words.starts(said(it.flow, words.chosenFlow)),
  exits: it => exits(it, "next", "failed"),
};
