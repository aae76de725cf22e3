import { IconArrowsSplit2 } from "@tabler/icons-react";
import { exit, exits } from "../exits";
import { everywhere, type StepFolder } from "../folder";
import { list, said } from "../said";
import { words } from "../words";

interface Case { when?: unknown; next?: string }
const cases = (it: unknown) => list(it) as Case[];

export const step: StepFolder<"branch"> = {
  type: "branch",
  group: "logic",
  icon: IconArrowsSplit2,
  name: "Branch",
  hint: "Goes on by the first condition that holds.",
  channels: everywhere,
  main: ["cases", "otherwise"],
  make: () => ({ type: "branch", cases: [{ when: "" }] }),
  says: it => said(cases(it.cases).map(one => said(one?.when, words.noCondition)).join("\n"), words.noCondition),
  exits: it => [
    ...cases(it.cases).map((one, at) => exit(one ?? {}, "next", said(one?.when, words.case(at + 1)), `cases/${at}/`)),
    ...exits(it, "otherwise"),
  ],
};
