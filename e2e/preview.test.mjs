// The preview phone in a real browser: one journey of a draft over texts, page and call, and nothing of it anywhere afterwards.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { clean } from "./look.mjs";
import { byDayAndNight, PHONE, picture, startStudio } from "./studio.mjs";

const PARCEL = { order: "PD-1042", what: "Your lamp", day: "2026-12-01", days: ["2026-12-02", "2026-12-03"] };
let studio, demo;

const open = more => studio.open(more);
const api = async path => {
  const answer = await fetch(demo.base_url + "/api/v1/" + path, { headers: { Authorization: "Bearer " + demo.api_token } });
  assert.ok(answer.ok, path);
  return answer.json();
};
const preview = page => page.locator("section[aria-label=Preview]");
const bubble = (page, text) => preview(page).locator(".said").filter({ hasText: text }).last().waitFor();
const text = async (page, body) => {
  await preview(page).getByLabel("Text to the app").fill(body);
  await preview(page).getByLabel("Text to the app").press("Enter");
};
const answer = async (page, like, body) => {
  await preview(page).getByText(like).first().waitFor();
  await preview(page).getByLabel("Body, as JSON").fill(JSON.stringify(body));
  await preview(page).getByRole("button", { name: "Answer", exact: true }).click();
};
const toTheLink = async page => {
  await text(page, "hi");
  await bubble(page, "What is your order number?");
  await text(page, "PD-1042");
  await answer(page, "GET /parcels/PD-1042 of parcels", PARCEL);
  await bubble(page, "Your lamp comes on Tuesday, 1 December");
  await text(page, "yes");
  await bubble(page, "Choose day and place here:");
};

before(async () => {
  studio = await startStudio();
  demo = studio.demo;
}, { timeout: 300_000 });

after(() => studio?.stop());

test("one journey of the draft goes through texts, a page and a call, and leaves nothing behind", { timeout: 180_000 }, async () => {
  const before = (await api("journeys")).items.length;
  const page = await open();
  await page.goto(demo.base_url + "/apps/parcel-desk/build?preview");
  await preview(page).getByText("No text yet.").waitFor();
  await clean(page);
  await toTheLink(page);
  await clean(page);

  await preview(page).getByRole("tab", { name: /^Timers/ }).click();
  await preview(page).getByRole("button", { name: "Fire now: await_choice" }).click();
  await bubble(page, "closes tomorrow");

  await preview(page).locator(".said").last().getByRole("button", { name: "example.com/u/" }).click();
  const shown = page.frameLocator("iframe.preview-frame");
  await shown.getByRole("heading", { name: "When and where?" }).waitFor();
  await shown.getByRole("button", { name: "Confirm" }).last().click();
  await shown.getByRole("alert").waitFor();
  await shown.getByText("Thursday, 3 December").click();
  await shown.getByText("With a neighbour").click();
  await shown.getByLabel("Name of the neighbour").fill("Grace");
  await shown.getByRole("button", { name: "Confirm" }).last().click();
  await answer(page, "PUT /parcels/PD-1042/delivery of parcels", { day: "2026-12-03", place: "neighbour" });
  await shown.getByRole("heading", { name: "All set" }).waitFor();
  await bubble(page, "Done: Your lamp comes on Thursday, 3 December, to Grace.");

  await preview(page).getByRole("button", { name: "Call the app" }).click();
  await bubble(page, "Hello, this is the parcel desk.");
  await preview(page).getByRole("button", { name: "Key 1" }).click();
  await bubble(page, "Is it about the order P D, 1 0 4 2?");
  await byDayAndNight(page, async light => {
    await clean(page);
    await picture(page, `builder-preview-${light}-wide`);
  });
  await page.emulateMedia({ colorScheme: "light" });
  await preview(page).getByRole("button", { name: "Hang up" }).click();
  await preview(page).getByRole("button", { name: "Call the app" }).waitFor();

  await preview(page).getByRole("tab", { name: "Events" }).click();
  await preview(page).getByRole("link", { name: "hotline/what" }).first().click();
  await page.waitForURL(/\/build\/flows\/hotline\?.*step=what/);
  await preview(page).getByText("Is it about the order").first().waitFor();

  assert.equal((await api("journeys")).items.length, before);
});

test("an edit is seen in the conversation that runs", { timeout: 120_000 }, async () => {
  const page = await open();
  await page.goto(demo.base_url + "/apps/parcel-desk/build?preview");
  await text(page, "hi");
  await bubble(page, "What is your order number?");
  const { revision } = await api("apps/parcel-desk");
  const draft = await (await fetch(demo.base_url + "/api/v1/apps/parcel-desk/draft", { headers: { Authorization: "Bearer " + demo.api_token, Accept: "application/yaml" } })).text();
  const saved = await fetch(demo.base_url + "/api/v1/apps/parcel-desk/draft", { method: "PUT", headers: { Authorization: "Bearer " + demo.api_token, "Content-Type": "application/yaml", "If-Match": `"${revision}"` }, body: draft.replace("What is your order number?", "Which parcel is it?") });
  assert.equal(saved.status, 200);
  await bubble(page, "Which parcel is it?");
});

for (const colorScheme of ["light", "dark"])
  test(`the preview on a phone: one thing at a time, ${colorScheme}`, { timeout: 120_000 }, async () => {
    const page = await open({ colorScheme, viewport: PHONE });
    await page.goto(demo.base_url + "/apps/parcel-desk/build?preview");
    await preview(page).getByRole("tab", { name: "Text" }).click();
    await text(page, "hi");
    await bubble(page, "It begins with PD");
    await clean(page);
    await picture(page, `builder-preview-${colorScheme}-phone`);
    for (const tab of ["Page", "Call", "Events", "Outside", "Timers", "Variables"]) {
      await preview(page).getByRole("tab", { name: tab }).click();
      await clean(page).catch(e => { throw new Error(`${tab}: ${e.message}`); });
    }
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(wider, 0, "the preview is wider than the screen");
  });

test("nothing failed on the way, and the policy blocked nothing", () => assert.deepEqual(studio.faults, []));
