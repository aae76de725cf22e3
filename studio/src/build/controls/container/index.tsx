import { IconColumns } from "@tabler/icons-react";
import { list } from "../../steps/said";
import type { ControlFolder } from "../folder";
import { words } from "../words";

export const control: ControlFolder<"container"> = {
  type: "container",
  group: "group",
  icon: IconColumns,
  name: "Columns",
  hint: "Controls side by side; below each other on a phone.",
  make: () => ({ type: "container", columns: 2, controls: [] }),
  says: it => words.holds(list(it.controls).length),
};
