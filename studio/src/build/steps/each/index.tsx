import { IconRepeat } from "@tabler/icons-react";
import { exits } from "../exits";
import { everywhere, type StepFolder } from "../folder";
import { said } from "../said";
import { words } from "../words";

export const step: StepFolder<"each"> = {
  type: "each",
  group: "logic",
  icon: IconRepeat,
  name: "For each",
  hint: "Goes round once for each item of a list.",
  channels: everywhere,
  main: ["do"],
  make: () => ({ type: "each", in: "[]", as: "item" }),
  says: it => words.each(said(it.as, "item"), said(it.in, words.noList)),
  exits: it => exits(it, "do", "next"),
};
