// Whole trips in a real browser, over the demo as anybody starts it. SHOTS=1 also takes the pictures in docs/screens.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { chromiumFlags, chromiumPath, startDemo } from "./demo.mjs";
import { clean, shot } from "./look.mjs";
import { phoneOf } from "./phones.mjs";

let demo, browser, simulator, ada, bob;

const app = name => demo.apps.find(it => it.name === name);
const entrance = (name, kind) => app(name).entrances.find(it => it.kind === kind);

before(async () => {
  demo = await startDemo();
  browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
  simulator = await context.newPage();
  await simulator.goto(demo.base_url);
  await simulator.getByRole("heading", { name: "Apps for your customers" }).waitFor();
  await clean(simulator);
  await shot(simulator, "visitor-wide");
  await shot(simulator, "visitor-phone", { width: 390, height: 844 });
  await simulator.setViewportSize({ width: 1280, height: 900 });
  await simulator.goto(demo.sign_in_url);
  await simulator.getByRole("button").first().click();
  await simulator.getByRole("link", { name: "Parcel desk", exact: true }).waitFor();
  await simulator.getByRole("link", { name: "Phone simulator" }).click();
  ada = phoneOf(simulator, "+15550101");
  bob = phoneOf(simulator, "+15550102");
}, { timeout: 240_000 });

after(async () => {
  await browser?.close();
  await demo?.stop();
});

for (const script of [true, false]) {
  test(`a parcel is moved by text and page, ${script ? "with" : "without"} JavaScript`, { timeout: 120_000 }, async () => {
    const phone = script ? ada : bob, number = entrance("parcel-desk", "text").number;
    await phone.texts(number, "hi", "What is your order number?");
    await phone.texts(number, "PD-1042", "Do you want another day");
    await phone.texts(number, "yes", "Choose day and place here");
    const link = await phone.link(number, "Choose day and place here");
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: script, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(link);
    await page.getByRole("heading", { name: "When and where?" }).waitFor();
    if (script) { await clean(page); await shot(page, "page-phone"); await shot(page, "page-wide", { width: 1280, height: 900 }); await page.setViewportSize({ width: 390, height: 844 }); }
    await page.locator("input[name=day]").nth(1).check({ force: true });
    await page.locator("input[name=place][value=shop]").check({ force: true });
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.getByRole("heading", { name: "All set" }).waitFor();
    if (script) await shot(page, "done-phone");
    await phone.reads(number, "to the parcel shop");
    await page.goBack();
    await page.goto(link);
    await page.getByRole("heading", { name: "All set" }).waitFor();
    await context.close();
  });
}

test("a text moves an open page, and after a restart too", { timeout: 180_000 }, async () => {
  const number = entrance("parcel-desk", "text").number;
  await ada.reads(number, "to the parcel shop");
  const link = await ada.link(number, "Choose day and place here");
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, bypassCSP: true });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole("heading", { name: "All set" }).waitFor();
  await page.evaluate(() => { window.stayed = true; });
  await ada.texts(number, "one more", "What is your order number?", 2);
  const moved = async (title) => {
    await page.getByRole("heading", { name: title }).waitFor({ timeout: 30_000 });
    assert.equal(await page.evaluate(() => window.stayed), true, "the page was not loaded again");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), title, "focus is on what is new");
    assert.equal(await page.locator("#banner").textContent(), "This page has been updated.");
  };
  await moved("Another parcel");
  await clean(page);
  await shot(page, "another-phone");
  demo = await demo.restart();
  await simulator.reload();
  await ada.texts(number, "PD-1041", "Do you want another day", 2);
  await ada.texts(number, "yes", "Choose day and place here", 2);
  await moved("When and where?");
  await page.locator("input[name=place][value=door]").check({ force: true });
  await page.locator("input[name=day]").nth(0).check({ force: true });
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByRole("heading", { name: "All set" }).waitFor();
  await context.close();
});

test("what is gone says so", { timeout: 60_000 }, async () => {
  const api = (method, path, body) => fetch(demo.base_url + "/api/v1/" + path, { method, body: body && JSON.stringify(body), headers: { Authorization: "Bearer " + demo.api_token, "Content-Type": "application/json" } });
  const url = entrance("claim-intake", "web").url;
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, bypassCSP: true });
  const page = await context.newPage();
  const meets = async (address, status, title, name) => {
    assert.equal((await page.goto(address)).status(), status);
    await page.getByRole("heading", { name: title }).waitFor();
    await clean(page);
    await shot(page, name + "-phone");
    await shot(page, name + "-wide", { width: 1280, height: 900 });
    await page.setViewportSize({ width: 390, height: 844 });
  };
  assert.equal((await api("DELETE", "apps/claim-intake/profiles/Production/live")).status, 204);
  await meets(url, 410, "Not available right now", "unpublished");
  const { revision } = await (await api("GET", "apps/claim-intake")).json();
  assert.equal((await api("POST", "apps/claim-intake/releases?wait=25", { profile: "Production", revision })).status, 201);
  assert.equal((await page.goto(url)).status(), 200);
  await meets(demo.base_url + "/u/nobodyhasthislinkatall", 404, "This link leads nowhere", "unknown");
  await context.close();
});

test("the simulator is clean for screen readers", { timeout: 60_000 }, async () => {
  await clean(simulator);
  await shot(simulator, "simulator-wide");
  await shot(simulator, "simulator-phone", { width: 390, height: 844 });
  await simulator.setViewportSize({ width: 1280, height: 900 });
});

test("a phone sends one text after the other, however slow the line is", { timeout: 60_000 }, async () => {
  let sent = 0;
  await simulator.route("**/texts", async route => {
    if (++sent === 1) await new Promise(ok => setTimeout(ok, 500));
    await route.continue();
  });
  for (const body of ["First of two", "Second of two"]) {
    await bob.set.locator("textarea").fill(body);
    await bob.set.getByRole("button", { name: "Send" }).click();
  }
  await bob.set.locator(".log").getByText("Second of two", { exact: true }).waitFor();
  const all = await bob.set.locator(".log .text").allInnerTexts();
  const at = words => all.findIndex(it => it.includes(words));
  assert.ok(at("First of two") >= 0 && at("First of two") < at("Second of two"), all.join(" | "));
  await simulator.unroute("**/texts");
});

test("a claim is sent from a phone, with files", { timeout: 120_000 }, async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  const page = await context.newPage();
  const next = async name => { await page.getByRole("button", { name, exact: true }).first().click(); };
  const on = title => page.getByRole("heading", { name: title }).waitFor({ timeout: 10_000 });
  await page.goto(entrance("claim-intake", "web").url);
  await on("Let us get this sorted");
  await shot(page, "claim-phone");
  await page.fill("input[name=first_name]", "Ada");
  await page.fill("input[name=last_name]", "Byron");
  await page.fill("input[name=mobile]", "+15550102");
  await next("Continue");
  await on("What happened?");
  await page.fill("input[name=happened_on]", new Date(Date.now() - 86_400_000).toISOString().slice(0, 10));
  await page.locator("input[name=kind][value=weather]").check({ force: true });
  await page.fill("textarea[name=what]", "Hail on the roof.");
  await shot(page, "claim-what-phone");
  await page.locator("form button[name=_button]:not([value^=_])").last().click();
  await on("Where was it?");
  await page.fill("input[name='place.street']", "Main Street 1");
  await page.fill("input[name='place.postal_code']", "12345");
  await page.fill("input[name='place.city']", "Springfield");
  await page.selectOption("select[name='place.country']", { index: 1 }).catch(() => {});
  await page.locator("form button[name=_button]:not([value^=_])").last().click();
  await on("Which vehicles?");
  await page.fill("input[name='vehicles.0.plate']", "WF 1");
  await page.locator("form button[name=_button]:not([value^=_])").last().click();
  await on("Show us the damage");
  const photo = join(demo.data, "roof.png");
  writeFileSync(photo, Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"));
  await page.locator("input[type=file]").first().setInputFiles(photo);
  await page.getByText("roof.png").first().waitFor();
  await shot(page, "claim-files-phone");
  await page.locator("form button[name=_button]:not([value^=_])").last().click();
  await on("Sign and send");
  await page.fill("input[name='signed.name']", "Ada Byron");
  await page.locator("input[name=agreed]").check({ force: true });
  await shot(page, "claim-sign-phone");
  await next("Send the claim");
  await on("Thank you, Ada");
  await shot(page, "claim-done-phone");
  await context.close();
});
