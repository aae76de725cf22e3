import { IconWorld } from "@tabler/icons-react";
import { exits } from "../exits";
import { everywhere, type StepFolder } from "../folder";
import { said } from "../said";
import { words } from "../words";

export const step: StepFolder<"http"> = {
  type: "http",
  group: "world",
  icon: IconWorld,
  name: "Call a service",
  hint: "Calls an HTTP service and keeps the answer.",
  channels: everywhere,
  main: ["method", "query", "body", "expect", "into", "failed"],
  make: () => ({ type: "http", connection: "service", path: "/" }),
  says: it => words.through(`${(it.method ?? "get").toUpperCase()} ${said(it.path, "/")}`, said(it.connection, words.noName)),
  exits: it => exits(it, "next", "failed"),
};
