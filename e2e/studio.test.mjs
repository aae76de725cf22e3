// The studio in a real browser, over the packaged demo: signed in by the link, under the policy that the server sends.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { clean } from "./look.mjs";
import { byDayAndNight, everyWay, PHONE, picture, SCREENS, show, STUDIO_WIDE, startStudio } from "./studio.mjs";

let studio, demo;

const open = more => studio.open(more);
const api = async (method, path, body, headers = {}) => {
  const answer = await fetch(demo.base_url + "/api/v1/" + path, { method, headers: { Authorization: "Bearer " + demo.api_token, "Content-Type": "application/json", ...headers }, body });
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${await answer.clone().text()}`);
  const text = await answer.text();
  return text && answer.headers.get("content-type")?.includes("json") ? JSON.parse(text) : text;
};
const changeDraft = async change => {
  const { revision } = await api("GET", "apps/parcel-desk");
  const before = await api("GET", "apps/parcel-desk/draft", undefined, { Accept: "application/yaml" });
  const after = change(before);
  assert.notEqual(after, before, "the draft was to be changed");
  await api("PUT", "apps/parcel-desk/draft", after, { "Content-Type": "application/yaml", "If-Match": `"${revision}"` });
};
const dialog = page => page.getByRole("dialog");
const publish = async (page, sure) => {
  await dialog(page).getByRole("button", { name: /^Publish v\d+ to Production$/ }).click();
  if (sure) await dialog(page).getByRole("button", { name: /^Yes, publish v\d+ to Production$/ }).click();
};

before(async () => {
  studio = await startStudio();
  demo = studio.demo;
  const number = demo.apps.find(it => it.name === "parcel-desk").entrances.find(it => it.kind === "text").number;
  const { items: [phone] } = await api("GET", "simulator/phones");
  for (const body of ["hi", "PD-1042", "yes"]) await api("POST", `simulator/phones/${encodeURIComponent(phone.number)}/texts`, JSON.stringify({ to: number, body }));
}, { timeout: 300_000 });

after(() => studio?.stop());

test("a changed draft is published, rolled back and published again", { timeout: 180_000 }, async () => {
  await changeDraft(it => it.replaceAll("What is your order number?", "Which parcel is it? Tell us its order number."));
  const page = await open();
  await page.goto(demo.base_url + "/");
  await page.getByRole("link", { name: "Parcel desk", exact: true }).click();
  await page.getByText(/Live v1 · .*chang/).first().waitFor();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await dialog(page).getByText("Which parcel is it?").first().waitFor();
  await dialog(page).getByText("in the middle").first().waitFor();
  await everyWay(page, "studio-publish");
  await dialog(page).getByLabel("Note").fill("Ask for the parcel first");
  await dialog(page).getByLabel(/Why it does not matter/).first().fill("Nobody minds two parts here").catch(() => {});
  await changeDraft(it => it.replaceAll("Tell us its order number.", "What is its order number?"));
  await publish(page, true);
  await dialog(page).getByText("Something moved since you looked").waitFor();
  await dialog(page).getByText("Somebody saved the draft: you saw").waitFor();
  await everyWay(page, "studio-moved");
  await dialog(page).getByText("What is its order number?").first().waitFor();
  await publish(page, true);
  await dialog(page).getByText("v2 is live in Production").waitFor({ timeout: 60_000 });
  const { href } = await dialog(page).getByRole("link", { name: /^Text it on the simulator/ }).evaluate(it => ({ href: it.href }));
  assert.match(href, /\/simulator\?text=%2B\d+$/);
  await everyWay(page, "studio-live");
  await dialog(page).getByRole("button", { name: "Close" }).last().click();
  await page.getByRole("link", { name: "Versions", exact: true }).click();
  await page.getByText("Ask for the parcel first").waitFor();
  await page.getByRole("button", { name: /What can be done with v1/ }).click();
  await page.getByRole("menuitem", { name: "Roll back to v1 …" }).click();
  await dialog(page).getByText("It brings back").waitFor();
  await everyWay(page, "studio-rollback");
  await dialog(page).getByRole("button", { name: "Roll Production back to v1" }).click();
  await dialog(page).getByText("v1 is live in Production").waitFor({ timeout: 60_000 });
  await dialog(page).getByRole("button", { name: "Close" }).last().click();
  await page.getByText("Production was rolled back from v2 to v1").waitFor();
  await clean(page);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await dialog(page).getByText("Which parcel is it?").first().waitFor();
  await publish(page, true);
  await dialog(page).getByText("v2 is live in Production").waitFor({ timeout: 60_000 });
  await dialog(page).getByRole("button", { name: "Close" }).last().click();
  await page.getByText("was rolled back from").waitFor({ state: "detached" });
});

test("a refused publish says what stands in the way, where, and the way out", { timeout: 90_000 }, async () => {
  const page = await open();
  await page.goto(demo.base_url + "/apps/parcel-desk?publish=QA");
  await dialog(page).getByText("errors stand in the way").waitFor();
  const found = dialog(page).locator("[data-finding=error]").filter({ hasText: "text" }).first();
  await found.getByRole("link", { name: "Open the settings" }).waitFor();
  assert.equal(await dialog(page).getByRole("button", { name: /^Publish (v\d+ )?to QA$/ }).isDisabled(), true);
  await everyWay(page, "studio-refused");
});

test("a finding leads to the slot that mends it", { timeout: 90_000 }, async () => {
  const page = await open();
  await page.goto(demo.base_url + "/apps/parcel-desk?publish=QA");
  await dialog(page).locator("[data-finding=error]").getByRole("link", { name: "Open the settings" }).first().click();
  await page.waitForURL(/settings\/QA\?slot=/);
  await dialog(page).waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement?.closest("li") !== null);
});

test("a flow is written as a script, and what cannot be read is told and lost nowhere", { timeout: 120_000 }, async () => {
  const page = await open();
  const text = () => page.locator(".script .cm-content").evaluate(it => it.cmTile.view.state.doc.toString());
  await page.goto(demo.base_url + "/apps/parcel-desk/build/script");
  await page.locator(".script .cm-content").waitFor();
  assert.equal(await text(), await api("GET", "apps/parcel-desk/draft", undefined, { Accept: "application/yaml" }), "the script is the export, byte by byte");
  await page.goto(demo.base_url + "/apps/parcel-desk/build/flows/helper/script");
  const script = page.locator(".script .cm-content");
  await script.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("x: {a: ");
  await page.getByText(/^Cannot be read/).waitFor();
  await page.getByRole("button", { name: /^Line \d+/ }).first().waitFor();
  await clean(page);
  await page.getByRole("link", { name: "Apps", exact: true }).first().click();
  await page.goBack();
  await page.getByText(/^Cannot be read/).waitFor();
  assert.match(await text(), /x: \{a: $/);
  await page.getByRole("button", { name: "Take the last readable one back" }).click();
  await page.getByText("Read as you type").waitFor();
  await script.click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.type("no");
  await page.keyboard.press("Control+Space");
  await page.getByRole("option", { name: /^note/ }).waitFor();
  await page.waitForTimeout(200); // An Enter within 75 ms of the list is meant for the line: the editor takes it for one.
  await page.keyboard.press("Enter");
  await page.keyboard.type("Written by hand");
  await page.keyboard.press("Enter");
  const kept = async () => (await api("GET", "apps/parcel-desk/draft", undefined, { Accept: "application/yaml" })).includes("note: Written by hand");
  for (let at = 0; at < 100 && !(await kept()); at++) await page.waitForTimeout(100);
  assert.ok(await kept(), "what was typed is in the draft");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement?.closest(".cm-content") === null), true, "Escape, then Tab leaves");
});

test("journeys are found by what the address says, and lead to the canvas", { timeout: 90_000 }, async () => {
  const page = await open();
  await page.goto(demo.base_url + "/activity?app=parcel-desk&channel=text");
  await page.getByRole("link", { name: /^\+/ }).first().waitFor();
  const csv = await page.getByRole("link", { name: "Export CSV" }).getAttribute("href");
  const [columns, ...rows] = (await (await page.request.get(demo.base_url + csv)).text()).trim().split("\r\n");
  assert.match(columns, /"call_seconds"/);
  assert.ok(rows.length >= 1 && rows.every(it => it.includes('"parcel-desk"') && it.includes('"text"')));
  await page.getByRole("textbox", { name: "Number, email or id" }).fill("nobody@nowhere");
  await page.getByText("No journey matches").waitFor();
  await page.waitForURL(/contact=nobody/);
  await page.getByRole("button", { name: "Show all" }).first().click();
  await page.getByRole("link", { name: /^\+/ }).first().click();
  await page.getByTitle("Show on the canvas").first().waitFor();
  assert.match(await page.getByTitle("Show on the canvas").first().getAttribute("href"), /\/apps\/parcel-desk\/build\/flows\/helper/);
  await page.getByRole("button", { name: "Replay on the canvas" }).click();
  const memory = page.getByRole("region", { name: "Variables here" });
  await page.locator(".react-flow__node.now").waitFor();
  await memory.getByText("Nothing is set yet.").waitFor();
  const first = await page.locator(".react-flow__node.now").getAttribute("data-id");
  for (let at = 0; at < 40 && !(await memory.locator("[data-fresh]").count()); at++) await page.getByRole("button", { name: "One step on" }).click();
  assert.match(await memory.locator("[data-fresh]").first().textContent(), /^order/);
  await page.getByRole("button", { name: "One step on" }).click();
  await page.locator(`.react-flow__node.walked[data-id="${first}"]`).waitFor();
  await page.getByRole("slider", { name: "Where in the journey" }).press("Home");
  await memory.getByText("Nothing is set yet.").waitFor();
});

test("a channel is paused with a message, and resumed", { timeout: 90_000 }, async () => {
  const page = await open();
  await page.goto(demo.base_url + "/apps/parcel-desk");
  await page.getByRole("button", { name: "Pause texts" }).first().click();
  await dialog(page).getByLabel(/What people are told/).fill("Our desk opens at nine.");
  await clean(page);
  await dialog(page).getByRole("button", { name: "Pause texts" }).click();
  await page.getByText("Our desk opens at nine.").waitFor();
  await clean(page);
  await page.getByRole("button", { name: "Resume texts" }).click();
  await page.getByText("Our desk opens at nine.").waitFor({ state: "detached" });
});

test("a token is made and shown once", { timeout: 90_000 }, async () => {
  const page = await open();
  await page.goto(demo.base_url + "/tokens");
  await page.getByRole("button", { name: "Make a token" }).first().click();
  await dialog(page).getByLabel("Name").fill("nightly export");
  await dialog(page).getByRole("button", { name: "Make a token" }).click();
  const secret = await page.locator("[data-once]").textContent();
  assert.match(secret, /^wf_/);
  await clean(page);
  const me = await fetch(demo.base_url + "/api/v1/apps", { headers: { Authorization: "Bearer " + secret } });
  assert.equal(me.status, 200);
  await page.getByRole("button", { name: "I have kept it" }).click();
  await page.reload();
  await page.getByText("nightly export").waitFor();
  assert.ok(!(await page.content()).includes(secret));
});

test("an agent sees what customers do, and nothing else", { timeout: 90_000 }, async () => {
  const invited = await api("POST", "people", JSON.stringify({ name: "An agent", email: "agent@example.com", role: "agent" }));
  const page = await open({ storageState: undefined });
  await page.goto(demo.base_url + invited.sign_in_link.path);
  await page.getByRole("button").first().click();
  await page.waitForURL(/\/activity$/);
  await page.getByText("newest first").waitFor();
  assert.deepEqual(await page.locator("nav.side .to:not(.foot .to)").allTextContents(), ["Activity"]);
  await clean(page);
  for (const elsewhere of ["/apps/parcel-desk", "/apps/parcel-desk/build", "/people"]) {
    await page.goto(demo.base_url + elsewhere);
    await page.waitForURL(/\/activity$/);
  }
  await page.getByRole("link", { name: /^\+/ }).first().click();
  await page.getByText("order number").first().waitFor();
  assert.equal(await page.getByTitle("Show on the canvas").count(), 0);
  assert.equal(await page.getByRole("button", { name: "Replay on the canvas" }).count(), 0);
  await everyWay(page, "studio-agent");
});

test("an app begins from an example", { timeout: 90_000 }, async () => {
  const page = await open();
  await page.goto(demo.base_url + "/apps");
  await page.getByRole("button", { name: "New app" }).click();
  await dialog(page).getByRole("radio", { name: /Claim intake/ }).waitFor();
  await everyWay(page, "studio-new-app");
  await dialog(page).getByLabel("Title").fill("Depot questions");
  await dialog(page).getByRole("button", { name: "Make the app" }).click();
  await page.waitForURL(/\/apps\/depot-questions\/build$/);
  await page.getByRole("heading", { name: "Depot questions" }).waitFor();
  assert.match(await api("GET", "apps/depot-questions/draft", undefined, { Accept: "application/yaml" }), /find_parcel/);
});

for (const [size, viewport] of [["wide", STUDIO_WIDE], ["phone", PHONE]]) {
  test(`every screen can be read by everybody: ${size}`, { timeout: 240_000 }, async () => {
    const page = await open({ viewport });
    const { items: [journey] } = await api("GET", "journeys");
    for (const screen of [...SCREENS, { name: "journey", path: "/activity/" + journey.id, sign: "order number" }, { name: "replay", path: `/activity/${journey.id}?replay`, sign: "Variables here" }]) {
      await show(page, demo.base_url, screen);
      await byDayAndNight(page, async light => {
        await clean(page, true).catch(e => { throw new Error(`${screen.name}, ${light}: ${e.message}`); });
        await picture(page, `studio-${screen.name}-${light}-${size}`);
      });
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wider, 0, `${screen.name} is wider than the screen`);
    }
  });
}

test("nothing failed on the way, and the policy blocked nothing", () => assert.deepEqual(studio.faults, []));
