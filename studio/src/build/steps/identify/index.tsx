import { IconUserCheck } from "@tabler/icons-react";
import { exits } from "../exits";
import { everywhere, type StepFolder } from "../folder";
import { words } from "../words";

const FIELDS = ["phone", "email", "first_name", "last_name", "name", "time_zone"] as const;

export const step: StepFolder<"identify"> = {
  type: "identify",
  group: "data",
  icon: IconUserCheck,
  name: "Identify the contact",
  hint: "Keeps who the contact is.",
  channels: everywhere,
  main: ["first_name", "last_name", "name", "phone", "email"],
  make: () => ({ type: "identify" }),
  says: it => {
    const kept = FIELDS.filter(field => it[field] !== undefined).map(field => field.replace("_", " "));
    return kept.length ? words.keeps(kept.join(", ")) : words.keepsNothing;
  },
  exits: it => exits(it, "next"),
};
