// A newcomer's first minutes, from the link that `./wayfare demo` prints to an app of one's own that answers a text: every click and every
// letter is counted in the browser. People's time is reckoned by the keystroke-level model (Card, Moran and Newell): 2.65 s to find, reach and press something,
// 0.28 s for a letter; what the machine takes is added as it was.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { chromiumFlags, chromiumPath, startDemo } from "./demo.mjs";
import { phoneOf } from "./phones.mjs";
import { STUDIO_WIDE } from "./studio.mjs";

const CLICK = 2.65, LETTER = 0.28, ADA = "+15550101";
let demo, browser;

before(async () => {
  demo = await startDemo();
  browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
}, { timeout: 300_000 });

after(async () => {
  await browser?.close();
  await demo?.stop();
});

test("a newcomer has an app of their own that answers a text within 25 clicks and three minutes", { timeout: 120_000 }, async () => {
  const context = await browser.newContext({ viewport: STUDIO_WIDE });
  let clicks = 0, letters = 0;
  await context.exposeFunction("counted", what => { if (what === "click") clicks++; else letters++; });
  await context.addInitScript(() => {
    addEventListener("pointerdown", it => it.isTrusted && window.counted("click"), true);
    addEventListener("keydown", it => it.isTrusted && window.counted("letter"), true);
  });
  const begun = performance.now();
  const page = await context.newPage();
  const dialog = page.getByRole("dialog");
  const type = text => page.keyboard.type(text);
  await page.goto(demo.sign_in_url);
  await page.getByRole("button").first().click();
  await page.getByRole("button", { name: "New app" }).first().click();
  await dialog.getByText("Nothing", { exact: true }).click();
  await dialog.getByLabel("Title").click();
  await type("Tea room");
  await dialog.getByRole("button", { name: "Make the app" }).click();
  await page.getByRole("button", { name: "They text us" }).click();
  await page.locator(`.react-flow__node[data-id="hello"]`).click();
  await page.locator("[data-inspector] .cm-content").first().click();
  await page.keyboard.press("ControlOrMeta+a");
  await type("Welcome to the tea room. We open at nine.");
  await page.locator("[data-saving=saved]").waitFor();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await dialog.getByRole("button", { name: "Change text" }).click();
  await dialog.getByRole("combobox", { name: /^text/ }).click();
  await page.getByRole("option", { name: "Make a new one …" }).click();
  await page.getByRole("dialog").last().getByRole("button", { name: "Add the number" }).click();
  await dialog.getByRole("button", { name: /^Publish v1 to Development$/ }).click();
  await dialog.getByText("v1 is live in Development").waitFor({ timeout: 30_000 });
  const opened = context.waitForEvent("page", { timeout: 3_000 }).catch(() => page);
  await dialog.getByRole("link", { name: /^Text it on the simulator/ }).click();
  const phone = phoneOf(await opened, ADA);
  await phone.set.locator("textarea").click();
  await (await opened).keyboard.type("Hello");
  await phone.set.getByRole("button", { name: "Send" }).click();
  await phone.set.locator(".log").getByText("We open at nine.").waitFor();
  const machine = (performance.now() - begun) / 1000;
  const seconds = machine + clicks * CLICK + letters * LETTER;
  console.log(JSON.stringify({ clicks, letters, machine_s: +machine.toFixed(1), newcomer_s: Math.round(seconds) }));
  assert.ok(clicks <= 25, `${clicks} clicks`);
  assert.ok(seconds < 180, `${seconds} seconds`);
});
