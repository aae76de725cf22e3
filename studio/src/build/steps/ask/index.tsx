import { IconMessageQuestion } from "@tabler/icons-react";
import { exits } from "../exits";
import { spoken, type StepFolder } from "../folder";
import { said } from "../said";
import { words } from "../words";

export const step: StepFolder<"ask"> = {
  type: "ask",
  group: "ask",
  icon: IconMessageQuestion,
  name: "Ask",
  hint: "Asks a question, checks the answer and keeps it.",
  channels: spoken,
  main: ["expect", "check", "otherwise"],
  make: () => ({ type: "ask", text: "", into: "answer" }),
  says: it => said(it.text, words.noQuestion),
  exits: it => exits(it, "next", "gave_up", "silent"),
};
