import { expect, it } from "vitest";
import { placeOf } from "./places";

it.each([
  ["flows/helper/steps/which/text", "/apps/desk/build/flows/helper?step=which&field=text"],
  ["flows/helper/steps/offer/options/yes/next", "/apps/desk/build/flows/helper?step=offer&field=options%2Fyes%2Fnext"],
  ["flows/helper/steps/which", "/apps/desk/build/flows/helper?step=which"],
  ["flows/helper/start", "/apps/desk/build/flows/helper?field=start"],
  ["flows/helper", "/apps/desk/build/flows/helper"],
  ["flows/find/steps/which/controls/2/label", "/apps/desk/build/flows/find/pages/which?control=2&field=label"],
  ["flows/find/steps/which/controls/2/controls/0/visible", "/apps/desk/build/flows/find/pages/which?control=2%2Fcontrols%2F0&field=visible"],
  ["flows/find/steps/which/controls", "/apps/desk/build/flows/find?step=which&field=controls"],
  ["triggers/texted/flow", "/apps/desk/build/triggers/texted?field=flow"],
  ["variables/order/type", "/apps/desk/build/variables?field=variables%2Forder%2Ftype"],
  ["theme/action", "/apps/desk/build/theme?field=theme%2Faction"],
  ["title", "/apps/desk/build?field=title"],
  ["", "/apps/desk/build"],
])("leads from %s to where it can be mended", (path, address) => expect(placeOf("desk", path)).toBe(address));
