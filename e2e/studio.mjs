// The studio's screens, for the browser trips and for the pictures in docs/screens.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { chromiumFlags, chromiumPath, home, startDemo } from "./demo.mjs";
import { clean, PHONE } from "./look.mjs";

export const STUDIO_WIDE = { width: 1440, height: 900 };
export { PHONE };

/// Signs in by the link, as a person does.
export async function signIn(page, demo) {
  await page.goto(demo.sign_in_url);
  await page.getByRole("button").first().click();
  await page.getByRole("heading", { name: "Apps", exact: true }).waitFor();
}

const OWN = "Chromium's own";

/// Where a style stands that the policy refused is known to the page alone. Chromium keeps the look of letters that are written over
/// in a style of its own, which the policy refuses too; the editor draws them anew in any case.
function tellOfPolicy(ownWords) {
  addEventListener("securitypolicyviolation", it => {
    const own = !it.sourceFile && it.violatedDirective === "style-src-attr" && it.target?.closest?.(".cm-content");
    console.warn(`Content Security Policy: ${own ? ownWords : it.violatedDirective} in ${it.sourceFile}:${it.lineNumber}:${it.columnNumber} ${it.target?.outerHTML?.slice(0, 300) ?? ""}`);
  });
}

function hear(text, faults) {
  if (!/Content Security Policy|sandboxed|React Router caught/.test(text)) return;
  if (!text.includes(OWN)) return void faults.push(text);
  const told = faults.findLastIndex(it => it.startsWith("Applying inline style"));
  if (told >= 0) faults.splice(told, 1);
}

/// A demo with a browser in which somebody is signed in. `open` gives a page of its own; what fails on any of them, and what the server's policy or a sandbox
/// refuses, is in `faults`. `options` are of every page's context.
export async function startStudio(options = {}) {
  const demo = await startDemo();
  const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
  const faults = [];
  let storageState;
  const open = async (more = {}) => {
    const context = await browser.newContext({ viewport: STUDIO_WIDE, storageState, ...options, ...more });
    const page = await context.newPage();
    await page.addInitScript(tellOfPolicy, OWN);
    page.on("console", it => hear(it.text(), faults));
    page.on("pageerror", it => faults.push(it.stack));
    return page;
  };
  const page = await open();
  await signIn(page, demo);
  storageState = await page.context().storageState();
  return { demo, open, faults, stop: async () => { await browser.close(); await demo.stop(); } };
}

/// Every screen by its name, with what tells that it is there.
export const SCREENS = [
  { name: "apps", path: "/apps", sign: "Parcel desk" },
  { name: "app", path: "/apps/parcel-desk", sign: "Who is on what" },
  { name: "settings", path: "/apps/parcel-desk/settings/Production", sign: "support_phone" },
  { name: "versions", path: "/apps/parcel-desk/versions", sign: "Releases to" },
  { name: "compare", path: "/apps/parcel-desk/versions/compare?from=v1&to=draft", sign: "Compare" },
  { name: "records", path: "/apps/appointments/records", sign: "Export CSV" },
  { name: "activity", path: "/activity", sign: "newest first" },
  { name: "figures", path: "/activity/figures?app=parcel-desk", sign: "Journeys by the day they began" },
  { name: "errors", path: "/activity/errors", sign: "Equal errors" },
  { name: "schedules", path: "/activity/schedules", sign: "Live schedules" },
  { name: "dead", path: "/activity/dead", sign: "Timers" },
  { name: "resources", path: "/resources", sign: "Phone number" },
  { name: "accounts", path: "/accounts", sign: "Carrier simulator" },
  { name: "notifiers", path: "/notifiers", sign: "Where alerts go" },
  { name: "people", path: "/people", sign: "you" },
  { name: "tokens", path: "/tokens", sign: "Scopes" },
  { name: "environments", path: "/environments", sign: "Staging" },
  { name: "me", path: "/me", sign: "Where you are signed in" },
  { name: "server", path: "/server", sign: "This server" },
  { name: "audit", path: "/audit", sign: "release.live" },
];

/// Goes to a screen and waits until nothing on it is on its way any more.
export async function show(page, origin, { path, sign }) {
  await page.goto(origin + path);
  await page.locator("main").getByText(sign, { exact: false }).first().waitFor();
  await page.waitForLoadState("networkidle").catch(() => {});
}

/// Looks at a page as it is by day and by night, each when no colour is on its way to another any more.
export async function byDayAndNight(page, look) {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction(it => document.documentElement.dataset.mantineColorScheme === it, colorScheme);
    await page.waitForFunction(() => getComputedStyle(document.body).color && !document.getAnimations().some(it => it instanceof CSSTransition));
    await look(colorScheme);
  }
}

/// The same as a phone shows it, too; a wide screen comes first and is what is left.
export async function everyWay(page, name) {
  for (const [size, viewport] of [["wide", STUDIO_WIDE], ["phone", PHONE]]) {
    await page.setViewportSize(viewport);
    await byDayAndNight(page, async light => {
      await clean(page, true).catch(e => { throw new Error(`${name}, ${light}, ${size}: ${e.message}`); });
      await picture(page, `${name}-${light}-${size}`);
    });
  }
  await page.setViewportSize(STUDIO_WIDE);
  await page.emulateMedia({ colorScheme: "light" });
}

/// With SHOTS=1, a picture for docs/screens. There are many of them, so they are WebP, which the browser itself writes.
export async function picture(page, name) {
  if (!process.env.SHOTS) return;
  await light(page.context(), await page.screenshot(), join(home, "docs/screens", name + ".webp"));
}

async function light(context, png, path) {
  const writer = await context.newPage();
  const url = await writer.evaluate(async data => {
    const bitmap = await createImageBitmap(await (await fetch("data:image/png;base64," + data)).blob());
    const canvas = Object.assign(document.createElement("canvas"), { width: bitmap.width, height: bitmap.height });
    canvas.getContext("2d").drawImage(bitmap, 0, 0);
    return canvas.toDataURL("image/webp", 0.8);
  }, png.toString("base64"));
  writeFileSync(path, Buffer.from(url.split(",")[1], "base64"));
  await writer.close();
}
