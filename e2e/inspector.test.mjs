// What a selected thing is edited with, in a real browser over the packaged demo: menu options, expressions, and a page on the page itself.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { saved } from "./builder.mjs";
import { clean } from "./look.mjs";
import { byDayAndNight, picture, startStudio } from "./studio.mjs";

let studio, demo, page;

const field = path => page.locator(`[data-field="${path}"]`);
const written = path => field(path).locator(".cm-content");
const draft = async () => (await fetch(demo.base_url + "/api/v1/apps/parcel-desk/draft", { headers: { Authorization: "Bearer " + demo.api_token } })).json();
const stepOf = async (flow, step) => (await draft()).document.flows[flow].steps[step];
const opened = async path => {
  await page.goto(`${demo.base_url}/apps/parcel-desk/build/${path}`);
  await page.locator("[data-inspector] .inspector-head").waitFor();
};
const inBothLights = async name => {
  await byDayAndNight(page, async light => {
    await clean(page);
    await picture(page, `${name}-${light}-wide`);
  });
  await page.emulateMedia({ colorScheme: "light" });
};
const typed = async (at, text) => {
  await at.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
};
/// What was typed is kept once the draft says so; saving is on its way a moment after the last letter.
const kept = async (look, right) => {
  for (;;) {
    await saved(page);
    const it = await look();
    if (right(it)) return it;
    await page.waitForResponse(answer => answer.request().method() === "PUT" && answer.url().includes("/draft"));
  }
};

before(async () => {
  studio = await startStudio();
  demo = studio.demo;
  page = await studio.open();
}, { timeout: 300_000 });

after(() => studio?.stop());

test("an option of a menu is renamed, added and led to a step that is made for it", { timeout: 120_000 }, async () => {
  await opened("flows/helper?step=offer");
  const options = "flows/helper/steps/offer/options";
  const name = page.getByLabel("Name in Options: keep");
  await name.fill("stay");
  await name.press("Enter");
  await page.getByRole("button", { name: "Add to Options" }).click();
  await field(`${options}/option/match`).locator("input").first().fill("later");
  await field(`${options}/option/match`).locator("input").first().press("Enter");
  await field(`${options}/option/next`).locator("input").click();
  await clean(page);
  await page.getByRole("option", { name: "New: Say" }).click();
  const offer = await kept(() => stepOf("helper", "offer"), it => it.options.option?.next);
  assert.deepEqual(Object.keys(offer.options), ["change", "stay", "option"]);
  assert.deepEqual(offer.options.option, { match: ["later"], next: "say" });
  assert.equal((await stepOf("helper", "say")).type, "say");
  await inBothLights("builder-inspector");
});

test("an expression tells its mistakes while it is typed, its type, and its value", { timeout: 120_000 }, async () => {
  await opened("flows/helper?step=which&field=check");
  const check = "flows/helper/steps/which/check";
  await page.locator(".cm-focused").waitFor();
  await field(check).locator(".fld-type").getByText("boolean").waitFor();
  await typed(written(check), "order + 1");
  await field(check).locator(".fld-problems li").first().waitFor();
  await inBothLights("builder-expression");
  await typed(written(check), "ord");
  await page.locator(".cm-tooltip-autocomplete li").filter({ hasText: /^order/ }).first().waitFor();
  await page.keyboard.press("Escape");
  await typed(written(check), "order == 'PD-1042'");
  await page.keyboard.press("Escape");
  await field(check).locator(".fld-problems").waitFor({ state: "detached" });
  await page.locator(".try-with summary").click();
  await page.locator("#try-order").fill("PD-1042");
  await written(check).click();
  await field(check).getByText("= true").waitFor();
  assert.equal((await kept(() => stepOf("helper", "which"), it => it.check === "order == 'PD-1042'")).check, "order == 'PD-1042'");
  await written(check).click();
  await page.keyboard.press("ControlOrMeta+z");
  assert.notEqual(await written(check).textContent(), "order == 'PD-1042'");
});

test("a page is edited on itself, by mouse and by keys, at both widths and as the customer sees it", { timeout: 180_000 }, async () => {
  await opened("flows/booking/pages/choose?control=2");
  const sheet = page.frameLocator("iframe[title='Page choose']");
  await typed(sheet.getByRole("textbox", { name: "Title of the page" }), "Which day suits you?");
  await page.getByRole("button", { name: "Add Line of text" }).click();
  const made = sheet.getByRole("group", { name: /^Line of text: Your answer/ });
  await made.waitFor();
  await typed(made.getByRole("textbox", { name: /^Label/ }), "Anything else");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Alt+ArrowUp");
  const order = it => it.controls.map(one => one.id ?? one.type);
  const page1 = await kept(() => stepOf("booking", "choose"), it => it.controls.some(one => one.label === "Anything else"));
  assert.equal(page1.title, "Which day suits you?");
  const before = order(page1).indexOf("answer");
  await sheet.getByRole("group", { name: /^Line of text: Anything else/ }).focus();
  await page.keyboard.press("Alt+ArrowDown");
  await kept(() => stepOf("booking", "choose"), it => order(it).indexOf("answer") === before + 1);
  await page.getByRole("button", { name: "Add Rating" }).dragTo(sheet.locator("h1 + [data-path]"), { targetPosition: { x: 60, y: 4 } });
  await kept(() => stepOf("booking", "choose"), it => order(it)[0] === "rating");
  await clean(page);
  await page.getByText("Desktop", { exact: true }).click();
  await page.waitForFunction(() => document.querySelector("iframe").clientWidth === 960);
  await inBothLights("builder-page-desktop");
  const colours = frame => frame.locator("html").evaluate(it => ["--action", "--paper", "--ink", "--tint", "--radius", "--font"].map(name => getComputedStyle(it).getPropertyValue(name)));
  const seen = await page.context().newPage();
  await seen.goto(demo.apps.find(it => it.name === "parcel-desk").entrances.find(it => it.kind === "web").url);
  assert.deepEqual(await colours(sheet), await colours(seen));
});

test("nothing failed on the way, and the policy blocked nothing", () => assert.deepEqual(studio.faults, []));
