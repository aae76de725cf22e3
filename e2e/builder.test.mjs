// The builder in a real browser, over the packaged demo: an app is made by mouse, then by keyboard alone, and nobody's work is lost.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { byKeyboard, byMouse, card, details, draftOf, menuTo, saved, write } from "./builder.mjs";
import { clean } from "./look.mjs";
import { phoneOf } from "./phones.mjs";
import { begin, close, makeNumber, publish, publishByKeyboard, rollBack, takeNumber, toSimulator } from "./publishing.mjs";
import { byDayAndNight, everyWay, PHONE, picture, STUDIO_WIDE, startStudio } from "./studio.mjs";

let studio, demo;

const open = more => studio.open(more);
const build = (page, path = "") => page.goto(`${demo.base_url}/apps/parcel-desk/build${path}`);

before(async () => {
  studio = await startStudio({ permissions: ["clipboard-read", "clipboard-write"] });
  demo = studio.demo;
}, { timeout: 300_000 });

after(() => studio?.stop());

const built = {};
/// The name that an app gets of its title.
const nameOf = title => title.toLowerCase().replaceAll(" ", "-");

for (const [how, trip, greeting] of [["mouse", byMouse, "Hello from the mouse."], ["keyboard alone", byKeyboard, "Hello from the keys."]])
  test(`a text bot, a page and a voice menu are built by ${how}`, { timeout: 180_000 }, async () => {
    const page = await open();
    const title = `Tea by ${how}`;
    const flows = await trip(page, demo.base_url, title);
    const draft = await draftOf(page, demo.base_url, nameOf(title));
    assert.deepEqual(Object.keys(draft.flows), flows);
    const { hello, menu } = draft.flows.chat.steps;
    assert.deepEqual([hello.text, menu.text], [greeting, "Tea or coffee?"]);
    assert.deepEqual(Object.values(menu.options).map(it => it.next), ["say", "say"]);
    assert.equal(draft.flows.hotline.steps.menu.text, "Press 1 for tea.");
    assert.deepEqual(Object.values(draft.triggers).map(it => it.flow), flows);
    await clean(page);
    built[how] = page;
  });

/// What customers get of a built app, by texts, by a call and on a page.
async function meets(simulator, phone, title, greeting) {
  const { entrances } = await (await simulator.request.get(`${demo.base_url}/api/v1/apps/${nameOf(title)}/profiles/Development/live`)).json();
  const by = kind => entrances.find(it => it.kind === kind);
  const { number } = by("text");
  await phone.texts(number, "hi", greeting);
  await phone.texts(number, "hi", "Tea or coffee?");
  await phone.texts(number, "yes", "Tea it is.");
  await phone.dials(title);
  await phone.hears("Press 1 for tea.");
  await phone.hangsUp();
  await simulator.goto(by("web").url);
  await simulator.getByRole("heading", { name: "Welcome" }).waitFor();
  return number;
}

test("what was built by mouse is bound, published and talked to; an edit reaches nobody before it is published; a roll-back takes it from them", { timeout: 180_000 }, async () => {
  const page = built.mouse;
  await begin(page);
  await makeNumber(page, "text");
  await takeNumber(page, "voice");
  await publish(page, 1, "Development");
  const simulator = await toSimulator(page);
  const phone = phoneOf(simulator, "+15550101");
  const number = await meets(simulator, phone, "Tea by mouse", "Hello from the mouse.");
  await simulator.goBack();
  await close(page);
  const talk = async (words, times) => { await phone.texts(number, "hi", "Tea or coffee?", ++talks); await phone.texts(number, "yes", words, times); };
  let talks = 1;
  await page.getByRole("link", { name: "chat", exact: false }).and(page.locator(".go")).first().click();
  await card(page, "say").click();
  await write(page, "say", "text", "Tea will come.");
  await saved(page);
  await talk("Tea it is.", 2);
  await begin(page);
  await page.getByRole("dialog").getByText("Tea will come.").first().waitFor();
  await publish(page, 2, "Development");
  await close(page);
  await talk("Tea will come.", 1);
  await rollBack(page, "Development", 1);
  await close(page);
  await talk("Tea it is.", 3);
  await page.getByText("Development was rolled back from v2 to v1").waitFor();
});

test("what was built by keyboard alone is published by it, and answers everywhere", { timeout: 120_000 }, async () => {
  const page = built["keyboard alone"];
  await publishByKeyboard(page, 1, "Development");
  const simulator = await toSimulator(page);
  await meets(simulator, phoneOf(simulator, "+15550102"), "Tea by keyboard alone", "Hello from the keys.");
});

test("steps are copied from one flow to another as script", { timeout: 60_000 }, async () => {
  const page = await open();
  await build(page, "/flows/helper?step=thanks");
  await card(page, "thanks").waitFor();
  await page.locator("[data-canvas]").focus();
  await page.keyboard.press("ControlOrMeta+c");
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /thanks:\n {4}type: say/);
  await build(page, "/flows/confirm");
  await card(page, "tell").waitFor();
  await page.locator("[data-canvas]").focus();
  await page.keyboard.press("ControlOrMeta+v");
  await card(page, "thanks").waitFor();
  await page.getByRole("button", { name: /^Undo: Paste 1 step$/ }).click();
  await card(page, "thanks").waitFor({ state: "detached" });
  await saved(page);
});

test("who walks over the cards and writes at once writes into the card they came to", { timeout: 60_000 }, async () => {
  const page = await open();
  await build(page, "/flows/helper?step=which");
  await card(page, "which").waitFor();
  await details(page, "which");
  await page.locator("[data-canvas]").focus();
  for (const key of ["ArrowRight", "ArrowRight", "Enter"]) await page.keyboard.press(key);
  await page.waitForFunction(() => document.activeElement?.closest("[data-inspector]"));
  const step = new URL(page.url()).searchParams.get("step");
  assert.notEqual(step, "which");
  await details(page, step);
  assert.ok(await page.evaluate(() => document.activeElement?.closest("[data-inspector]") !== null), "the focus was lost");
});

test("the overview leads to where it is clicked", { timeout: 60_000 }, async () => {
  const page = await open();
  await build(page, "/flows/helper");
  const overview = page.getByRole("img", { name: "Overview of the flow" });
  const { width, height } = await overview.boundingBox();
  await page.getByRole("button", { name: "Zoom in" }).click({ clickCount: 3 });
  await overview.click({ position: { x: width - 4, y: height / 2 } });
  await card(page, "which").waitFor({ state: "detached" });
  await overview.click({ position: { x: 4, y: height / 2 } });
  await card(page, "which").waitFor();
});

test("a way is led elsewhere, cut and split by hand", { timeout: 60_000 }, async () => {
  const page = await open();
  await build(page, "/flows/helper");
  await card(page, "which").waitFor();
  const held = page.locator('.react-flow__edge[data-id="which|next"]');
  const comeTo = async () => {
    const { x, y } = await page.locator('.ways [data-way="which|next"]').evaluate(it => {
      const { x, y } = it.getPointAtLength(it.getTotalLength() / 2).matrixTransform(it.getScreenCTM());
      return { x, y };
    });
    await page.mouse.move(x + 2, y + 2);
    await page.mouse.move(x, y);
    await held.waitFor();
    return { x, y };
  };
  const after = async (label, look) => {
    await page.getByRole("button", { name: `Undo: ${label}` }).waitFor();
    await saved(page);
    look((await draftOf(page, demo.base_url, "parcel-desk")).flows.helper.steps);
    await page.getByRole("button", { name: `Undo: ${label}` }).click();
    await saved(page);
  };

  await comeTo();
  const [end, to] = [await held.locator(".react-flow__edgeupdater-target").boundingBox(), await card(page, "person").locator(".react-flow__handle.target").boundingBox()];
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y + 20, { steps: 5 });
  await page.mouse.move(to.x + 4, to.y + 4, { steps: 3 });
  await page.mouse.up();
  await after("Lead which to person", steps => assert.equal(steps.which.next, "person"));

  const { x, y } = await comeTo();
  await page.mouse.click(x - 16, y - 16); // beside the plus, where the way is as wide as a finger
  await page.locator(".react-flow__edge.selected").waitFor();
  await page.keyboard.press("Delete");
  await after("Cut the way from which", steps => assert.equal(steps.which.next, undefined));

  await comeTo();
  await held.getByRole("button").click();
  await page.getByRole("option", { name: /^Say/ }).first().click();
  await after("Add Say", steps => assert.deepEqual([steps.which.next, steps.say.next], ["say", "find"]));
});

test("a renamed flow takes along all that leads to it", { timeout: 60_000 }, async () => {
  const page = await open();
  await build(page, "/flows/booking");
  await card(page, "choose").waitFor();
  await menuTo(page, "booking", "Rename");
  await page.getByLabel("New name of booking").fill("chosen");
  await page.keyboard.press("Enter");
  await page.waitForURL(/flows\/chosen$/);
  await saved(page);
  const draft = await draftOf(page, demo.base_url, "parcel-desk");
  assert.equal(draft.flows.helper.steps.page.flow, "chosen");
  assert.match(draft.flows.helper.steps.link.text, /link\('chosen', 'choose'\)/);
  assert.equal(await page.getByText("No problems").count(), 1);
  await page.getByRole("button", { name: /^Undo: Rename booking/ }).click();
  await saved(page);
});

test("a problem leads to the field where it is mended", { timeout: 60_000 }, async () => {
  const page = await open();
  await build(page, "/flows/helper?step=which&field=check");
  await page.waitForFunction(() => document.activeElement?.closest("[data-inspector]"));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("nothing_of_this_name > 1");
  await saved(page);
  const first = page.getByRole("contentinfo").getByRole("link").first();
  await build(page);
  await first.click();
  await page.waitForURL(/step=which&field=check/);
  await page.waitForFunction(() => document.activeElement?.closest("[data-inspector]"));
  await write(page, "which", "check", "order.upperAscii().matches('^PD-?[0-9]{4}$')");
  await page.getByText("No problems").waitFor();
});

test("two who change the same see both, and nothing is lost", { timeout: 90_000 }, async () => {
  const [mine, theirs] = [await open(), await open()];
  for (const page of [mine, theirs]) {
    await build(page, "/flows/helper?step=thanks&field=text");
    await page.waitForFunction(() => document.activeElement?.closest("[data-inspector]"));
  }
  await mine.route("**/api/v1/apps/parcel-desk/draft**", it => (it.request().method() === "PUT" ? it.abort() : it.continue()));
  await write(mine, "thanks", "text", "Good. Mine.");
  await mine.locator("[data-saving=offline]").waitFor();
  await write(theirs, "thanks", "text", "Good. Theirs.");
  await saved(theirs);
  await mine.unrouteAll();
  const dialog = mine.getByRole("dialog");
  await dialog.getByText("helper / thanks · text").waitFor();
  await dialog.getByText("Good. Mine.").waitFor();
  await dialog.getByText("Good. Theirs.").waitFor();
  await everyWay(mine, "builder-conflict");
  await dialog.getByRole("button", { name: "Take theirs" }).click();
  await card(mine, "thanks").getByText("Good. Theirs.").waitFor();
  await mine.getByRole("button", { name: "Undo: Take their version" }).click();
  await card(mine, "thanks").getByText("Good. Mine.").waitFor();
  await saved(mine);
  assert.equal((await draftOf(mine, demo.base_url, "parcel-desk")).flows.helper.steps.thanks.text, "Good. Mine.");
});

const SCREENS = [["map", ""], ["flow", "/flows/helper?step=offer"], ["script", "/flows/helper/script"], ["page", "/flows/booking/pages/choose"], ["trigger", "/triggers/texted"], ["records", "/records"], ["theme", "/theme"], ["variables", "/variables"], ["hours", "/hours"], ["answers", "/answers"]];

for (const [size, viewport] of [["wide", STUDIO_WIDE], ["phone", PHONE]])
  test(`every screen of the builder can be read by everybody: ${size}`, { timeout: 180_000 }, async () => {
    const page = await open({ viewport });
    const look = name => byDayAndNight(page, async light => {
      await clean(page, true).catch(e => { throw new Error(`${name}, ${light}: ${e.message}`); });
      await picture(page, `builder-${name}-${light}-${size}`);
    });
    for (const [name, path] of SCREENS) {
      await build(page, path);
      await page.locator(".stage :is(h2, .react-flow__node, .cm-content, iframe)").first().waitFor();
      await page.waitForLoadState("networkidle").catch(() => {});
      await look(name);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wider, 0, `${name} is wider than the screen`);
    }
    for (const pane of size === "phone" ? ["Contents", "Details"] : []) {
      await page.emulateMedia({ colorScheme: "light" });
      await build(page, "/flows/helper?step=offer");
      await page.getByRole("button", { name: pane, exact: true }).click();
      await look(pane.toLowerCase());
    }
  });

test("nothing failed on the way, and the policy blocked nothing", () => assert.deepEqual(studio.faults, []));
