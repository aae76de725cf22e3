import { IconPhoneOff } from "@tabler/icons-react";
import type { StepFolder } from "../folder";
import { words } from "../words";

export const step: StepFolder<"hang_up"> = {
  type: "hang_up",
  group: "end",
  icon: IconPhoneOff,
  name: "Hang up",
  hint: "Ends the call; the journey goes on.",
  channels: ["voice"],
  make: () => ({ type: "hang_up" }),
  says: () => words.over,
  exits: () => [],
};
