import { IconPlayerStop } from "@tabler/icons-react";
import { everywhere, type StepFolder } from "../folder";
import { names } from "../said";
import { words } from "../words";

export const step: StepFolder<"stop"> = {
  type: "stop",
  group: "end",
  icon: IconPlayerStop,
  name: "Stop the flow",
  hint: "Ends this flow with a result; the journey stays open.",
  channels: everywhere,
  main: ["result"],
  make: () => ({ type: "stop" }),
  says: it => (names(it.result) ? words.gives(names(it.result)) : words.stops),
  exits: () => [],
};
