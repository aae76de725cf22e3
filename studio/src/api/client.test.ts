import { afterEach, expect, it, vi } from "vitest";
import { address, call } from "./client";
import { Problem } from "./problem";

const answers = (status: number, body: unknown) => {
  const asked: Request[] = [];
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    asked.push(new Request("http://studio.test" + url, init));
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
  return asked;
};
afterEach(() => vi.unstubAllGlobals());

it("fills addresses and leaves out what was not chosen", () => {
  expect(address("/api/v1/apps/{app}/changes", { path: { app: "a b" }, query: { from: "v1", to: undefined } })).toBe("/api/v1/apps/a%20b/changes?from=v1");
});

it("sends the word against forged requests and the revision that was seen with what writes", async () => {
  document.cookie = "wayfare_csrf=word";
  const asked = answers(200, {});
  await call("put", "/api/v1/apps/{app}/draft", { path: { app: "a" }, body: "wayfare: 1", type: "application/yaml", seen: "r4" });
  expect(asked[0]?.headers.get("X-CSRF-Token")).toBe("word");
  expect(asked[0]?.headers.get("If-Match")).toBe('"r4"');
  expect(asked[0]?.headers.get("Content-Type")).toBe("application/yaml");
});

it("keeps what the server says about a refusal", async () => {
  answers(422, { title: "Refused", detail: "why", code: "checks_failed", errors: [{ code: "X", path: "settings.name", message: "too long", fix: "" }] });
  const problem = await call("get", "/api/v1/apps").catch(it => it);
  expect(problem).toBeInstanceOf(Problem);
  expect(problem.code).toBe("checks_failed");
  expect(problem.at("name")).toBe("too long");
});
