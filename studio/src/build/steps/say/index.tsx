import { IconMessage } from "@tabler/icons-react";
import { exits } from "../exits";
import { spoken, type StepFolder } from "../folder";
import { said } from "../said";
import { words } from "../words";

export const step: StepFolder<"say"> = {
  type: "say",
  group: "say",
  icon: IconMessage,
  name: "Say",
  hint: "Says something and goes on.",
  channels: spoken,
  make: () => ({ type: "say", text: "" }),
  says: it => said(it.text, words.nothingSaid),
  exits: it => exits(it, "next"),
};
