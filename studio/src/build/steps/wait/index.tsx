import { IconHourglass } from "@tabler/icons-react";
import { exits } from "../exits";
import { everywhere, type StepFolder } from "../folder";
import { said } from "../said";
import { words } from "../words";

export const step: StepFolder<"wait"> = {
  type: "wait",
  group: "logic",
  icon: IconHourglass,
  name: "Wait",
  hint: "Lets time pass, or waits until something holds.",
  channels: everywhere,
  main: ["for", "until", "when", "heard", "silent"],
  make: () => ({ type: "wait", for: "1h" }),
  says: it => {
    if (it.when !== undefined) return words.waitsFor(said(it.when, words.noCondition));
    return it.until !== undefined ? words.waitsUntil(said(it.until, "?")) : words.waits(said(it.for, "?"));
  },
  exits: it => exits(it, "next", "heard", "silent"),
};
