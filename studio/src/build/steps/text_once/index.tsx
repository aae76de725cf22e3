import { IconSend } from "@tabler/icons-react";
import { exits } from "../exits";
import { everywhere, type StepFolder } from "../folder";
import { said } from "../said";
import { words } from "../words";

export const step: StepFolder<"text_once"> = {
  type: "text_once",
  group: "world",
  icon: IconSend,
  name: "Send a text",
  hint: "Sends one text, without a conversation.",
  channels: everywhere,
  main: ["to", "failed"],
  make: () => ({ type: "text_once", text: "" }),
  says: it => words.to(said(it.text, words.nothingSaid), said(it.to, words.contact)),
  exits: it => exits(it, "next", "failed"),
};
