import { IconPaperclip } from "@tabler/icons-react";
import { freeName } from "../../document";
import { said } from "../../steps/said";
import type { ControlFolder } from "../folder";
import { words } from "../words";

export const control: ControlFolder<"file"> = {
  type: "file",
  group: "ask",
  icon: IconPaperclip,
  name: "Files",
  hint: "Asks for files or photos.",
  make: taken => ({ type: "file", id: freeName("file", taken), label: "Add a file" }),
  says: it => said(it.label, words.empty),
};
