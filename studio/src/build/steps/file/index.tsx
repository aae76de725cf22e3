import { IconPaperclip } from "@tabler/icons-react";
import { exits } from "../exits";
import { everywhere, type StepFolder } from "../folder";
import { said } from "../said";
import { words } from "../words";

export const step: StepFolder<"file"> = {
  type: "file",
  group: "data",
  icon: IconPaperclip,
  name: "File",
  hint: "Makes an image small, links to a file, or deletes it.",
  channels: everywhere,
  main: ["into", "failed"],
  make: () => ({ type: "file", do: "link", file: "" }),
  says: it => `${words.files[it.do] ?? words.files.link} ${said(it.file, words.noName)}`,
  exits: it => exits(it, "next", "failed"),
};
