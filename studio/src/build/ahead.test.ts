import { beforeEach, expect, it, vi } from "vitest";
import { askAhead, takeDraft } from "./ahead";
import { readDraft } from "./saving";

vi.mock("./saving", () => ({ readDraft: vi.fn() }));
const read = vi.mocked(readDraft);

beforeEach(() => {
  read.mockReset();
  let times = 0;
  read.mockImplementation(app => Promise.resolve({ revision: `${app} ${++times}` } as never));
});

it("gives what was asked for ahead once, and reads anew after that", async () => {
  askAhead("/apps/parcel-desk/build/flows/helper");
  expect(read).toHaveBeenCalledTimes(1);
  expect(await takeDraft("parcel-desk")).toEqual({ revision: "parcel-desk 1" });
  expect(await takeDraft("parcel-desk")).toEqual({ revision: "parcel-desk 2" });
});

it("gives no other app's draft, and asks for none where there is no builder", async () => {
  askAhead("/apps/one/build");
  expect(await takeDraft("two")).toEqual({ revision: "two 2" });
  read.mockClear();
  for (const elsewhere of ["/apps", "/apps/one", "/apps/one/builds", "/activity"]) askAhead(elsewhere);
  expect(read).not.toHaveBeenCalled();
});

it("leaves a failure to whoever takes it", async () => {
  read.mockReset();
  read.mockRejectedValueOnce(new Error("away"));
  askAhead("/apps/one/build");
  await expect(takeDraft("one")).rejects.toThrow("away");
});
