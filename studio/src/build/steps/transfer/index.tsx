import { IconPhoneOutgoing } from "@tabler/icons-react";
import { exits } from "../exits";
import type { StepFolder } from "../folder";
import { said } from "../said";
import { words } from "../words";

export const step: StepFolder<"transfer"> = {
  type: "transfer",
  group: "world",
  icon: IconPhoneOutgoing,
  name: "Transfer the call",
  hint: "Forwards the call to another number.",
  channels: ["voice"],
  main: ["busy", "no_answer", "failed"],
  make: () => ({ type: "transfer", to: "" }),
  says: it => words.calls(said(it.to, words.nobody)),
  exits: it => exits(it, "next", "busy", "no_answer", "failed"),
};
