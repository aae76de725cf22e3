// Trips through the builder, by mouse and by keyboard alone; told to a page that is signed in.
import assert from "node:assert/strict";

export const saved = page => page.locator("[data-saving=saved]").waitFor();
export const card = (page, id) => page.locator(`.react-flow__node[data-id="${id}"]`);
const exit = (page, step, key) => card(page, step).locator(`.react-flow__handle.source[data-handleid="${key}"]`);
const canvas = page => page.locator("[data-canvas]");
const texts = page => page.locator("[data-inspector] .cm-content, [data-inspector] textarea");

/// Draws from an exit of a card to somewhere else; hovering waits until nothing glides any more.
export async function draw(page, from, there) {
  await from.hover();
  const [box, to] = [await from.boundingBox(), await there()];
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 20, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
}

const middle = async it => { const box = await it.boundingBox(); return { x: box.x + box.width / 2, y: box.y + box.height / 2 }; };
const beside = async (page, id, dx, dy) => { const box = await card(page, id).boundingBox(); return { x: box.x + box.width + dx, y: box.y + dy }; };
const pick = async (page, name) => page.getByRole("option", { name: new RegExp("^" + name) }).first().click();

/// The details come after the canvas has drawn itself; until then they tell of what was selected before.
export const details = (page, step) => page.waitForFunction(id => [...document.querySelectorAll("[data-inspector] header input")].some(it => it.value === id), step)
  .catch(async () => assert.fail(`The details are not of ${step}: ${page.url()}, ${JSON.stringify(await page.locator("[data-inspector] header").allInnerTexts())}, cards ${await page.locator(".react-flow__node").evaluateAll(all => all.map(it => it.dataset.id))}`));

async function say(page, step, text) {
  await details(page, step);
  await texts(page).first().click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

/// From nothing to a text bot with a menu, a page and a voice menu, by mouse.
export async function byMouse(page, base, title) {
  await page.goto(base + "/apps");
  await page.getByRole("button", { name: "New app" }).first().click();
  await page.getByRole("radio", { name: "Nothing", exact: true }).check();
  await page.getByLabel("Title").fill(title);
  await page.getByRole("button", { name: "Make the app" }).click();
  await page.getByRole("button", { name: "They text us" }).click();
  await card(page, "hello").click();
  await say(page, "hello", "Hello from the mouse.");
  await card(page, "hello").getByText("Hello from the mouse.").waitFor();
  await draw(page, exit(page, "hello", "next"), () => beside(page, "hello", 120, 20));
  await pick(page, "Menu");
  await say(page, "menu", "Tea or coffee?");
  await page.getByRole("button", { name: "Show all" }).click();
  await card(page, "menu").getByText("Tea or coffee?").waitFor();
  await draw(page, exit(page, "menu", "options/yes/next"), () => beside(page, "menu", 90, -60));
  await pick(page, "Say");
  await say(page, "say", "Tea it is.");
  await page.getByRole("button", { name: "Show all" }).click();
  await draw(page, exit(page, "menu", "options/no/next"), () => middle(card(page, "say")));
  await saved(page);
  await page.getByRole("button", { name: /^Undo: Lead menu/ }).click();
  await page.getByRole("button", { name: /^Redo: Lead menu/ }).click();
  await dragged(page, "say");
  await page.getByRole("button", { name: "Add a flow" }).click();
  await page.getByRole("menuitem", { name: /^Web flow/ }).click();
  await card(page, "welcome").waitFor();
  await page.getByRole("button", { name: "Add a flow" }).click();
  await page.getByRole("menuitem", { name: /^Voice bot/ }).click();
  await draw(page, exit(page, "hello", "next"), () => beside(page, "hello", 60, 160));
  await pick(page, "Menu");
  await say(page, "menu", "Press 1 for tea.");
  await card(page, "menu").waitFor();
  await page.getByRole("button", { name: "Arrange" }).click();
  await page.mouse.move(700, 2);
  await page.getByRole("tooltip").waitFor({ state: "hidden" });
  for (const kind of ["Web address", "Incoming call"]) {
    await page.getByRole("button", { name: "Add a trigger" }).click();
    await page.getByRole("menuitem", { name: kind }).click();
  }
  await saved(page);
  return ["chat", "pages", "hotline"];
}

async function dragged(page, id) {
  await card(page, id).hover();
  const before = await middle(card(page, id));
  await page.mouse.move(before.x, before.y);
  await page.mouse.down();
  await page.mouse.move(before.x + 40, before.y + 50, { steps: 6 });
  await page.mouse.up();
  await page.getByRole("button", { name: "Undo: Move cards" }).waitFor();
  await saved(page);
  const after = await middle(card(page, id));
  assert.ok(after.y - before.y > 20, `the card went along: from ${before.y} to ${after.y}`);
}

const focused = page => page.evaluate(() => {
  const it = document.activeElement;
  return it?.getAttribute("aria-label") || it?.labels?.[0]?.textContent || it?.textContent?.trim() || "";
});

/// Goes on by Tab until what has the focus is called like this.
export async function tabTo(page, name, { back = false, most = 80 } = {}) {
  for (let at = 0; at < most; at++) {
    if (new RegExp(name).test(await focused(page))) return;
    await page.keyboard.press(back ? "Shift+Tab" : "Tab");
  }
  throw new Error(`Nothing called ${name} came by Tab; the last was ${await focused(page)}`);
}

const press = async (page, ...keys) => { for (const key of keys) await page.keyboard.press(key); };
/// A menu takes the keys only once the focus has come into it.
const menuOpens = page => page.waitForFunction(() => document.activeElement?.closest("[role=menu]"));
const choose = async (page, text) => {
  await page.getByRole("dialog").getByRole("combobox").waitFor();
  await press(page, "ArrowDown", "ArrowDown", "ArrowUp"); // people look around first
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
};
const told = (page, text) => page.locator("#canvas-said").getByText(text).waitFor();

/// The same by keyboard alone.
export async function byKeyboard(page, base, title) {
  await page.goto(base + "/apps");
  await page.getByRole("button", { name: "New app" }).first().waitFor();
  await tabTo(page, "^New app$");
  await press(page, "Enter");
  await page.getByRole("dialog").getByLabel("Title").waitFor();
  await tabTo(page, "An example", { back: true });
  await press(page, "ArrowRight");
  await tabTo(page, "^Title");
  await page.keyboard.type(title);
  await press(page, "Enter");
  await page.getByRole("button", { name: "They text us" }).waitFor();
  await tabTo(page, "^They text us$");
  await press(page, "Enter");
  await canvas(page).waitFor();
  await tabTo(page, "^Canvas of chat$");
  await press(page, "ArrowRight");
  await told(page, "Say hello");
  await rewrite(page, "hello", "Hello from the keys.");
  await press(page, "a");
  await choose(page, "menu");
  await told(page, "Menu menu");
  await rewrite(page, "menu", "Tea or coffee?");
  await press(page, "a");
  await choose(page, "say");
  await told(page, "Say say");
  await rewrite(page, "say", "Tea it is.");
  await press(page, "ArrowLeft");
  await told(page, "Menu menu");
  await press(page, "c");
  await choose(page, "no");
  await choose(page, "say");
  await saved(page);
  await tabTo(page, "^Add a flow$", { back: true });
  await press(page, "Enter");
  await menuOpens(page);
  await page.keyboard.type("w");
  await press(page, "Enter");
  await card(page, "welcome").waitFor();
  await tabTo(page, "^Add a flow$", { back: true });
  await press(page, "Enter");
  await menuOpens(page);
  await press(page, "ArrowDown", "ArrowDown", "Enter");
  await page.getByRole("application", { name: "Canvas of hotline" }).waitFor();
  await tabTo(page, "^Canvas of hotline$");
  await press(page, "ArrowRight", "a");
  await choose(page, "menu");
  await told(page, "Menu menu");
  await rewrite(page, "menu", "Press 1 for tea.");
  await press(page, "ControlOrMeta+d");
  await told(page, "Menu menu_2");
  await press(page, "Delete");
  await press(page, "ControlOrMeta+z");
  await card(page, "menu_2").waitFor();
  await press(page, "ControlOrMeta+z");
  await card(page, "menu_2").waitFor({ state: "detached" });
  for (const downs of [3, 2]) { // a web address, an incoming call
    const before = page.url();
    await tabTo(page, "^Add a trigger$", { back: true });
    await press(page, "Enter");
    await menuOpens(page);
    await press(page, ...Array(downs).fill("ArrowDown"), "Enter");
    await page.waitForURL(it => it.href !== before && it.pathname.includes("/triggers/"));
  }
  await saved(page);
  return ["chat", "pages", "hotline"];
}

export async function draftOf(page, base, app) {
  const answer = await page.request.get(`${base}/api/v1/apps/${app}/draft`);
  assert.ok(answer.ok(), `${app}: ${answer.status()}`);
  return (await answer.json()).document;
}

/// Opens what can be done with a flow or a trigger, and does it.
export async function menuTo(page, name, act) {
  await page.getByRole("link", { name, exact: false }).and(page.locator(".go")).first().hover();
  await page.getByRole("button", { name: `What can be done with ${name}`, exact: true }).first().click();
  await page.getByRole("menuitem", { name: act }).click();
}

/// Goes to a field of a step of the flow at hand, and writes something else there.
export async function write(page, step, field, text) {
  const at = new URL(page.url());
  if (at.searchParams.get("step") !== step || at.searchParams.get("field") !== field) await page.goto(`${at.origin}${at.pathname}?step=${step}&field=${field}`);
  await details(page, step);
  await page.waitForFunction(() => document.activeElement?.closest("[data-inspector]"));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

/// Opens the details by Enter, writes over the first text, and comes back to the canvas.
async function rewrite(page, step, text) {
  await details(page, step);
  await press(page, "Enter");
  await page.waitForFunction(() => document.activeElement?.closest("[data-inspector]"));
  await press(page, "ControlOrMeta+a");
  await page.keyboard.type(text);
  await press(page, "Escape");
  if (!(await canvas(page).evaluate(it => it === document.activeElement))) await press(page, "Escape");
  await page.waitForFunction(() => document.activeElement?.matches("[data-canvas]"));
}
