import { IconFlag } from "@tabler/icons-react";
import { everywhere, type StepFolder } from "../folder";
import { words } from "../words";

export const step: StepFolder<"end"> = {
  type: "end",
  group: "end",
  icon: IconFlag,
  name: "End the journey",
  hint: "Ends the whole journey, on every channel.",
  channels: everywhere,
  main: ["reason"],
  make: () => ({ type: "end" }),
  says: it => (it.reason ? words.endsFor(it.reason) : words.ends),
  exits: () => [],
};
