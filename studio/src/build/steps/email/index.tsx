import { IconMail } from "@tabler/icons-react";
import { exits } from "../exits";
import { everywhere, type StepFolder } from "../folder";
import { said } from "../said";
import { words } from "../words";

export const step: StepFolder<"email"> = {
  type: "email",
  group: "world",
  icon: IconMail,
  name: "Send an email",
  hint: "Sends an email, with files if you like.",
  channels: everywhere,
  main: ["to", "failed"],
  make: () => ({ type: "email", from: "mail", subject: "", text: "" }),
  says: it => words.to(said(it.subject, words.noSubject), said(it.to, words.contact)),
  exits: it => exits(it, "next", "failed"),
};
