// Whole trips in a real browser, over the demo as anybody starts it. SHOTS=1 also takes the pictures in docs/screens.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { chromiumFlags, chromiumPath, home, startDemo } from "./demo.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
let demo, browser, phone;

const app = name => demo.apps.find(it => it.name === name);
const entrance = (name, kind) => app(name).entrances.find(it => it.kind === kind);
const shot = async (page, name, size) => { if (process.env.SHOTS) { if (size) await page.setViewportSize(size); await page.screenshot({ path: join(home, "docs/screens", name + ".png") }); } };
const clean = async page => {
  await page.addScriptTag({ path: axe }).catch(() => {});
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(await (await import("node:fs/promises")).readFile(axe, "utf8"));
  const found = await page.evaluate(() => axe.run());
  assert.deepEqual(found.violations.map(it => it.id + ": " + it.nodes.map(n => n.target).join(" ")), []);
};

before(async () => {
  demo = await startDemo();
  browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
  phone = await context.newPage();
  await phone.goto(demo.sign_in_url);
  await phone.getByRole("button").first().click();
  await phone.goto(demo.base_url + "/simulator");
}, { timeout: 240_000 });

after(async () => {
  await browser?.close();
  await demo?.stop();
});

const handset = n => phone.locator(".handset").nth(n);
const texts = async (n, number, body, expected) => {
  const set = handset(n);
  await set.locator(".peers").selectOption({ value: number }).catch(() => {});
  await set.locator("textarea").fill(body);
  await set.getByRole("button", { name: "Send" }).click();
  await set.locator(".log").getByText(expected).last().waitFor({ timeout: 10_000 });
};

for (const script of [true, false]) {
  test(`a parcel is moved by text and page, ${script ? "with" : "without"} JavaScript`, { timeout: 120_000 }, async () => {
    const n = script ? 0 : 1, number = entrance("parcel-desk", "text").number;
    await texts(n, number, "hi", "What is your order number?");
    await texts(n, number, "PD-1042", "Do you want another day");
    await texts(n, number, "yes", "Choose day and place here");
    const link = await handset(n).locator(".log a").last().getAttribute("href");
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
    await handset(n).locator(".log").getByText("to the parcel shop").last().waitFor({ timeout: 10_000 });
    await page.goBack();
    await page.goto(link);
    await page.getByRole("heading", { name: "All set" }).waitFor();
    await context.close();
  });
}

test("the simulator is clean for screen readers", { timeout: 60_000 }, async () => {
  await clean(phone);
  await shot(phone, "simulator-wide");
  await shot(phone, "simulator-phone", { width: 390, height: 844 });
  await phone.setViewportSize({ width: 1280, height: 900 });
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
