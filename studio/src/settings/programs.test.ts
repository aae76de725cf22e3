import { expect, it } from "vitest";
import { type Door, doorsOf, opens } from "./Programs";

const app = { triggers: { texted: { type: "text" }, order: { type: "api" }, partner: { type: "api", auth: "group", groups: ["partners"] }, look: { type: "api", auth: "public" } } };
const [order, partner, look] = doorsOf("desk", app) as [Door, Door, Door];

it("finds what programs may call, and by what", () => {
  expect([order, partner, look]).toEqual([{ name: "order", scopes: ["app:desk"] }, { name: "partner", scopes: ["group:partners"] }, { name: "look", scopes: [] }]);
});

it("lets in a token by scope, and by environment where it has one", () => {
  expect(opens({ scopes: ["app:desk"] }, order, "p")).toBe(true);
  expect(opens({ scopes: ["app:desk"] }, partner, "p")).toBe(false);
  expect(opens({ scopes: ["*"] }, partner, "p")).toBe(true);
  expect(opens({ scopes: ["group:partners"], environment: "s" }, partner, "p")).toBe(false);
});
