import { IconChartBar } from "@tabler/icons-react";
import { exits } from "../exits";
import { everywhere, type StepFolder } from "../folder";
import { said } from "../said";
import { words } from "../words";

export const step: StepFolder<"metric"> = {
  type: "metric",
  group: "data",
  icon: IconChartBar,
  name: "Count",
  hint: "Adds a figure to a metric of your own.",
  channels: everywhere,
  make: () => ({ type: "metric", name: "metric", value: "1" }),
  says: it => words.counts(said(it.name, words.noName), said(it.value, "?")),
  exits: it => exits(it, "next"),
};
