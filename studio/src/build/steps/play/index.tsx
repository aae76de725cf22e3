import { IconMusic } from "@tabler/icons-react";
import { exits } from "../exits";
import type { StepFolder } from "../folder";
import { said } from "../said";
import { words } from "../words";

export const step: StepFolder<"play"> = {
  type: "play",
  group: "say",
  icon: IconMusic,
  name: "Play a sound",
  hint: "Plays a sound on the call and goes on.",
  channels: ["voice"],
  main: ["times"],
  make: () => ({ type: "play", url: "https://" }),
  says: it => words.plays(said(it.url, words.noName), it.times ?? 1),
  exits: it => exits(it, "next"),
};
