import { IconVariable } from "@tabler/icons-react";
import { exits } from "../exits";
import { everywhere, type StepFolder } from "../folder";
import { becomes, said } from "../said";
import { words } from "../words";

export const step: StepFolder<"set"> = {
  type: "set",
  group: "data",
  icon: IconVariable,
  name: "Set variables",
  hint: "Keeps values in variables.",
  channels: everywhere,
  main: ["values"],
  make: () => ({ type: "set", values: {} }),
  says: it => said(becomes(it.values), words.nothingSet),
  exits: it => exits(it, "next"),
};
