import { IconApi } from "@tabler/icons-react";
import { everywhere, firstFlow } from "../../steps/folder";
import { said } from "../../steps/said";
import type { TriggerFolder } from "../folder";

export const trigger: TriggerFolder<"api"> = {
  type: "api",
  icon: IconApi,
  name: "API request",
  hint: "A request of a program starts a journey.",
  channels: everywhere,
  make: doc => ({ type: "api", method: "POST", path: "/start", flow: firstFlow(doc, "none", "text", "voice") }),
  says: it => `${said(it.method, "POST").toUpperCase()} ${said(it.path, "/")}`,
};
