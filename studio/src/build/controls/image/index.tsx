import { IconPhoto } from "@tabler/icons-react";
import { said } from "../../steps/said";
import type { ControlFolder } from "../folder";
import { words } from "../words";

export const control: ControlFolder<"image"> = {
  type: "image",
  group: "show",
  icon: IconPhoto,
  name: "Picture",
  hint: "A picture with words for those who cannot see it.",
  make: () => ({ type: "image", source: "/", alt: "" }),
  says: it => said(it.alt, words.empty),
};
