import { IconLink } from "@tabler/icons-react";
import { said } from "../../steps/said";
import type { ControlFolder } from "../folder";
import { words } from "../words";

export const control: ControlFolder<"link"> = {
  type: "link",
  group: "show",
  icon: IconLink,
  name: "Link",
  hint: "A link to a web, email or phone address.",
  make: () => ({ type: "link", label: "Read more", url: "https://" }),
  says: it => said(it.label, words.empty),
};
