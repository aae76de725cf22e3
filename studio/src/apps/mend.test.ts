import { expect, it } from "vitest";
import { mendOf } from "./mend";

it("leads a finding of the settings to its slot or value", () => {
  expect(mendOf("desk", "profiles/QA/bindings/text")).toEqual({ to: "/apps/desk/settings/QA?slot=text", in: "settings" });
  expect(mendOf("desk", "profiles/My profile/values/support_phone").to).toBe("/apps/desk/settings/My%20profile?value=support_phone");
  expect(mendOf("desk", "profiles/QA").to).toBe("/apps/desk/settings/QA");
});

it("leads a finding of the document to its place in the builder, without the line", () => {
  expect(mendOf("desk", "flows/helper/steps/which/text (line 12, column 4)")).toEqual({ to: "/apps/desk/build/flows/helper?step=which&field=text", in: "builder" });
  expect(mendOf("desk", "the document").to).toBe("/apps/desk/build");
});
