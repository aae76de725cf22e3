// @vitest-environment node
import { readFileSync } from "node:fs";
import openapi, { astToString } from "openapi-typescript";
import { expect, it } from "vitest";

it("has the types of the API as the server describes it; `npm run types` writes them anew", { timeout: 60_000 }, async () => {
  const description = new URL("../../../server/src/main/resources/openapi.json", import.meta.url);
  const written = astToString(await openapi(JSON.parse(readFileSync(description, "utf8"))));
  const kept = readFileSync(new URL("schema.ts", import.meta.url), "utf8");
  expect(kept.endsWith(written)).toBe(true);
});
