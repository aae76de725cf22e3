// @vitest-environment node
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
// @ts-expect-error -- a script of the build, without types
import { written } from "../../types.mjs";

it("has the types of the document as the server's schema describes it; `npm run types` writes them anew", { timeout: 60_000 }, async () => {
  const schema = JSON.parse(readFileSync(new URL("../../../docs/app.schema.json", import.meta.url), "utf8"));
  expect(readFileSync(new URL("app-document.ts", import.meta.url), "utf8")).toBe(await written(schema));
});
