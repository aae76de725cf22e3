import { IconListNumbers } from "@tabler/icons-react";
import { exit, exits } from "../exits";
import { spoken, type StepFolder } from "../folder";
import { said } from "../said";
import { words } from "../words";

export const step: StepFolder<"menu"> = {
  type: "menu",
  group: "ask",
  icon: IconListNumbers,
  name: "Menu",
  hint: "Offers a choice and goes on by the answer.",
  channels: spoken,
  main: ["options", "into", "otherwise"],
  make: () => ({ type: "menu", text: "", options: { yes: { match: ["yes", "y"] }, no: { match: ["no", "n"] } } }),
  says: it => said(it.text, words.noQuestion),
  exits: it => [
    ...Object.entries(it.options ?? {}).map(([name, option]) => exit(option ?? {}, "next", name, `options/${name}/`)),
    ...exits(it, "gave_up", "silent"),
  ],
};
