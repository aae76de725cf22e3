import { IconLifebuoy } from "@tabler/icons-react";
import { exits } from "../exits";
import { everywhere, type StepFolder } from "../folder";
import { list } from "../said";
import { words } from "../words";

export const step: StepFolder<"catch"> = {
  type: "catch",
  group: "logic",
  icon: IconLifebuoy,
  name: "Catch failures",
  hint: "Hears failures of this flow and of the flows it runs.",
  channels: everywhere,
  main: ["codes"],
  make: () => ({ type: "catch" }),
  says: it => (list(it.codes).length ? words.hears(list(it.codes).join(", ")) : words.all),
  exits: it => exits(it, "next"),
};
