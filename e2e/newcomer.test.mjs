// A newcomer's first minutes, from the link that `./wayfare demo` prints to an app of one's own that answers a text: every click and every
// letter is counted in the browser. People's time is reckoned by the keystroke-level model (Card, Moran and Newell): 2.65 s to find, reach and press something,
// 0.28 s for a letter; what the machine takes is added as it was. Then on with that app: another profile, a file.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { chromiumFlags, chromiumPath, startDemo } from "./demo.mjs";
import { phoneOf } from "./phones.mjs";
import { begin, makeNumber, publish, toSimulator } from "./publishing.mjs";
import { STUDIO_WIDE } from "./studio.mjs";

const CLICK = 2.65, LETTER = 0.28, ADA = "+15550101";
let demo, browser, context, page;

before(async () => {
  demo = await startDemo();
  browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
}, { timeout: 300_000 });

after(async () => {
  await browser?.close();
  await demo?.stop();
});

test("a newcomer has an app of their own that answers a text within 25 clicks and three minutes", { timeout: 120_000 }, async () => {
  context = await browser.newContext({ viewport: STUDIO_WIDE });
  let clicks = 0, letters = 0;
  await context.exposeFunction("counted", what => { if (what === "click") clicks++; else letters++; });
  await context.addInitScript(() => {
    addEventListener("pointerdown", it => it.isTrusted && window.counted("click"), true);
    addEventListener("keydown", it => it.isTrusted && window.counted("letter"), true);
  });
  const begun = performance.now();
  page = await context.newPage();
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
  await begin(page);
  await makeNumber(page, "text");
  await publish(page, 1, "Development");
  const simulator = await toSimulator(page);
  const phone = phoneOf(simulator, ADA);
  await phone.set.locator("textarea").click();
  await simulator.keyboard.type("Hello");
  await phone.set.getByRole("button", { name: "Send" }).click();
  await phone.set.locator(".log").getByText("We open at nine.").waitFor();
  const machine = (performance.now() - begun) / 1000;
  const seconds = machine + clicks * CLICK + letters * LETTER;
  console.log(JSON.stringify({ clicks, letters, machine_s: +machine.toFixed(1), newcomer_s: Math.round(seconds) }));
  assert.ok(clicks <= 25, `${clicks} clicks`);
  assert.ok(seconds < 180, `${seconds} seconds`);
});

test("a refused publish is mended where its checks lead to", { timeout: 120_000 }, async () => {
  const dialog = page.getByRole("dialog");
  await page.goto(demo.base_url + "/apps/tea-room?publish=QA");
  const act = dialog.getByRole("button", { name: /^Publish v1 to QA$/ });
  await dialog.locator("[data-finding=error]").getByRole("link", { name: "Open the settings" }).first().click();
  await page.waitForURL(/settings\/QA\?slot=text/);
  await page.getByRole("combobox", { name: "text" }).click();
  await page.getByRole("option", { name: "Make a new one …" }).click();
  await dialog.getByRole("button", { name: "Add the number" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.goto(demo.base_url + "/apps/tea-room?publish=QA");
  await act.click();
  await dialog.getByText("is live in QA").waitFor({ timeout: 30_000 });
});

test("an app goes out as a file and comes in again, byte by byte", { timeout: 90_000 }, async () => {
  const exported = async app => {
    await page.goto(`${demo.base_url}/apps/${app}`);
    await page.getByRole("button", { name: "More", exact: true }).first().click();
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: "Export as YAML" }).click()]);
    return { path: await file.path(), name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
  };
  const first = await exported("claim-intake");
  assert.equal(first.name, "claim-intake.yaml");
  await page.goto(demo.base_url + "/apps");
  await page.getByRole("button", { name: "New app" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "A file" }).check();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), dialog.getByLabel("Document").click()]);
  await chooser.setFiles({ name: first.name, mimeType: "application/yaml", buffer: Buffer.from(first.text) });
  await dialog.getByLabel("Title").fill("Claims again");
  await dialog.getByRole("button", { name: "Make the app" }).click();
  await page.waitForURL(/\/apps\/claims-again\/build$/);
  const second = await exported("claims-again");
  const plain = it => it.replace(/^name: .*$/m, "").replace(/^title: .*$/m, "");
  assert.notEqual(second.text, first.text);
  assert.equal(plain(second.text), plain(first.text));
});
