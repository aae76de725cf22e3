import { IconAlertOctagon } from "@tabler/icons-react";
import { everywhere, type StepFolder } from "../folder";
import { said } from "../said";
import { words } from "../words";

export const step: StepFolder<"raise"> = {
  type: "raise",
  group: "end",
  icon: IconAlertOctagon,
  name: "Fail",
  hint: "Fails with a code of your own.",
  channels: everywhere,
  make: () => ({ type: "raise", code: "not_possible", message: "" }),
  says: it => words.fails(said(it.code, words.noName)) + (it.message ? `\n${it.message}` : ""),
  exits: () => [],
};
