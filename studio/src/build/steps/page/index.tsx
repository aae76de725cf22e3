import { IconAppWindow } from "@tabler/icons-react";
import type { Control } from "../../document";
import { buttons, exits } from "../exits";
import type { StepFolder } from "../folder";
import { list, said } from "../said";
import { words } from "../words";

const asked = (controls: unknown) => list(controls).flatMap(it => ("id" in (it as object) && "label" in (it as object) ? [(it as { label: string }).label] : []));

export const step: StepFolder<"page"> = {
  type: "page",
  group: "ask",
  icon: IconAppWindow,
  name: "Page",
  hint: "Shows a page, waits for its answers and keeps them.",
  channels: ["web"],
  main: ["controls"],
  make: () => ({ type: "page", title: "A new page", controls: [] }),
  says: it => [said(it.title, words.noTitle), asked(it.controls).join(" · ")].filter(Boolean).join("\n"),
  exits: it => [...exits(it, "next"), ...buttons(it.controls as Control[])],
};
