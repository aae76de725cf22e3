// Whole trips of callers, over the demo as anybody starts it: the phones of the simulator call, and a browser opens what
// they are texted. SHOTS=1 also takes the pictures in docs/screens.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { chromium } from "playwright-core";
import { chromiumFlags, chromiumPath, startDemo } from "./demo.mjs";
import { clean, PHONE, shot, shots, WIDE } from "./look.mjs";
import { phoneOf } from "./phones.mjs";

const ADA = "+15550101", BOB = "+15550102", SUPPORT = "+15550199";
let demo, browser, simulator;

const entrance = (name, kind) => demo.apps.find(it => it.name === name).entrances.find(it => it.kind === kind);
const on = (page, title) => page.getByRole("heading", { name: title }).waitFor({ timeout: 20_000 });
const button = (page, name) => page.getByRole("button", { name, exact: true }).click();
const opens = async (url, size = PHONE) => {
  const page = await (await browser.newContext({ viewport: size, bypassCSP: true })).newPage();
  await page.goto(url);
  return page;
};
/// The simulator as it is on a phone, with this phone in sight.
const portrait = async (phone, name) => {
  if (!process.env.SHOTS) return;
  await simulator.setViewportSize(PHONE);
  await phone.set.scrollIntoViewIfNeeded();
  await shot(simulator, name);
  await simulator.setViewportSize(WIDE);
};
/// A day so far ahead on which the workshop is open.
const openDay = ahead => {
  const day = new Date(Date.now() + ahead * 86_400_000);
  return day.getUTCDay() === 0 ? openDay(ahead + 1) : day.toISOString().slice(0, 10);
};

before(async () => {
  demo = await startDemo();
  browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
  simulator = await opens(demo.sign_in_url, WIDE);
  await simulator.getByRole("button").first().click();
  await simulator.getByRole("link", { name: "Phone simulator" }).click();
  await simulator.getByText("Connected").first().waitFor();
}, { timeout: 240_000 });

// A trip that failed leaves its call behind; the next one begins with a free phone.
afterEach(async () => {
  for (const number of [ADA, BOB, SUPPORT]) await phoneOf(simulator, number).hangsUp();
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

test("every app that takes calls lists its call entrance", () => {
  for (const name of ["parcel-desk", "appointments"]) assert.match(entrance(name, "call").number, /^\+1555010\d$/);
});

test("a visit is booked on a page, moved on the page while the call waits, and cancelled by text", { timeout: 180_000 }, async () => {
  const ada = phoneOf(simulator, ADA), desk = entrance("appointments", "text").number;
  const chooses = async (page, day, time) => {
    await page.fill("input[name=day]", day);
    await button(page, "See free times");
    await page.locator(`input[name=time][value="${time}"]`).check({ force: true });
  };
  const page = await opens(entrance("appointments", "web").url);
  await on(page, "Book a visit");
  await clean(page);
  await page.fill("input[name=day]", openDay(3));
  await shots(page, "appointments-day");
  await chooses(page, openDay(3), "10:00");
  await clean(page);
  await shots(page, "appointments-time");
  await button(page, "Take this time");
  await on(page, "Who is coming?");
  await page.fill("input[name=name]", "Ada");
  await page.fill("input[name=mobile]", ADA);
  await page.locator("input[name=agreed]").check({ force: true });
  await clean(page);
  await shots(page, "appointments-who");
  await button(page, "Book");
  await on(page, "See you then");
  await clean(page);
  await shots(page, "appointments-done");
  await ada.reads(desk, /Booked: .* at 10:00/);

  await ada.dials("Bike workshop appointments");
  await ada.hears(/Your visit is on .* at 10:00/);
  await ada.keys("2");
  await ada.hears("I have sent a link to your phone");
  await ada.is("On hold");
  const moved = await opens(await ada.link(desk, "Choose your time here"));
  await on(moved, "Book a visit");
  await chooses(moved, openDay(5), "11:00");
  await button(moved, "Take this time");
  await on(moved, "See you then");
  await ada.showCall();
  await ada.hears(/You have booked .* at 11:00/);
  await ada.is("Call ended");
  await ada.press("Close");

  await ada.texts(desk, "hello", /Are you coming\?/);
  await ada.texts(desk, "no", "Your visit is cancelled");
  await moved.context().close();
  await page.context().close();
});

test("the hotline waits for the page and says what was chosen", { timeout: 180_000 }, async () => {
  const bob = phoneOf(simulator, BOB), desk = entrance("parcel-desk", "text").number;
  await bob.showCall();
  await clean(simulator);
  await shot(simulator, "dial-pad-wide");
  await bob.dials("Parcel desk");
  await bob.hears("Hello, this is the parcel desk.");
  await bob.hears("To hear where your parcel is");
  await clean(simulator);
  await bob.keys("2");
  await bob.hears("What is your order number?");
  await shot(simulator, "call-keys-wide");
  await bob.keys("1042");
  await bob.hears("I will wait for you here.");
  await bob.is("On hold");
  await clean(simulator);
  await shot(simulator, "call-wide");
  await portrait(bob, "call-phone");
  const page = await opens(await bob.link(desk, "Choose day and place here"));
  await on(page, "When and where?");
  const day = await page.locator("label:has(input[name=day])").nth(1).innerText();
  await page.locator("input[name=day]").nth(1).check({ force: true });
  await page.locator("input[name=place][value=neighbour]").check({ force: true });
  await page.fill("input[name=neighbour]", "the bakery");
  await clean(page);
  const seen = await page.locator("body").getAttribute("data-revision");
  await bob.texts(desk, "hi", "What is your order number?");
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange"))); // as who comes back to the browser
  await page.waitForFunction(it => document.body.dataset.revision !== it, seen);
  assert.equal(await page.locator("#banner").textContent(), "", "what happens elsewhere leaves the page in peace");
  assert.equal(await page.inputValue("input[name=neighbour]"), "the bakery");
  await shots(page, "hotline-page");
  await button(page, "Confirm");
  await on(page, "All set");
  await bob.showCall();
  const [, weekday, number] = day.match(/(\w+), (\d+) /);
  await bob.hears(new RegExp(`Your lamp now comes on ${weekday} the ${number}(st|nd|rd|th) of \\w+, to the bakery`));
  await bob.is("Call ended");
  await shot(simulator, "call-over-wide");
  await bob.press("Close");
  await bob.reads(desk, "to the bakery");
  await page.context().close();
});

test("a caller is put through to a person, and where nobody answers goes on by text", { timeout: 180_000 }, async () => {
  const bob = phoneOf(simulator, BOB), support = phoneOf(simulator, SUPPORT), desk = entrance("parcel-desk", "text").number;
  await bob.dials("Parcel desk");
  await bob.hears("To hear where your parcel is");
  await bob.says("I want to speak to a person");
  await support.is("Forwarded call");
  await clean(simulator);
  await shot(simulator, "ringing-wide");
  await portrait(support, "ringing-phone");
  await support.press("No answer");
  await bob.hears("I am sorry, nobody is free right now.");
  await bob.is("Call ended");
  await bob.press("Close");
  await bob.reads(desk, "Sorry that nobody was free when you called.");

  await bob.dials("Parcel desk");
  await bob.hears("To hear where your parcel is");
  await bob.keys("0");
  await support.press("Answer");
  await support.is("Connected");
  await bob.press("Hang up");
  await bob.is("Call ended");
  await bob.press("Close");
});
