import { IconDatabase } from "@tabler/icons-react";
import { exits } from "../exits";
import { everywhere, type StepFolder } from "../folder";
import { names, said } from "../said";
import { words } from "../words";

export const step: StepFolder<"records"> = {
  type: "records",
  group: "data",
  icon: IconDatabase,
  name: "Records",
  hint: "Stores, changes, deletes or finds records.",
  channels: everywhere,
  main: ["values", "where", "into", "failed"],
  make: doc => ({ type: "records", do: "insert", record: Object.keys(doc?.records ?? {})[0] ?? "record" }),
  says: it => `${words.records[it.do] ?? words.records.query} ${said(it.record, words.noName)}` + (names(it.values) && `\n${names(it.values)}`),
  exits: it => exits(it, "next", "failed"),
};
