// `npm run builder-speed`: how quick the builder is with a flow of 500 steps, from the browser's own trace; for docs/measurements.md.
import { chromium } from "playwright-core";
import { chromiumFlags, chromiumPath, startDemo } from "./demo.mjs";
import { signIn, STUDIO_WIDE } from "./studio.mjs";

const STEPS = 500;
const NAME = "five-hundred";

/// A flow that forks and meets again, so that it is as wide as it is long.
function document() {
  const steps = {};
  for (let at = 0; at < STEPS; at++) {
    const to = by => (at + by < STEPS ? { next: `step_${at + by}` } : {});
    steps[`step_${at}`] = at % 5 === 0
      ? { type: "menu", text: `Question ${at}: which way?`, options: { left: { match: ["left"], ...to(1) }, right: { match: ["right"], ...to(2) }, far: { match: ["far"], ...to(17) } } }
      : { type: "say", text: `This is said at step ${at}, and it is as long as such a thing is.`, ...to(at % 5 === 1 ? 4 : 1) };
  }
  return { wayfare: 1, name: NAME, title: "Five hundred steps", triggers: { texted: { type: "text", flow: "long" } }, flows: { long: { channel: "text", start: "step_0", steps } } };
}

async function make(page, origin) {
  const csrf = (await page.context().cookies()).find(it => it.name.endsWith("wayfare_csrf")).value;
  const headers = { "X-CSRF-Token": csrf };
  await page.request.post(`${origin}/api/v1/apps`, { headers, data: { name: NAME, title: "Five hundred steps" } });
  const { revision } = await (await page.request.get(`${origin}/api/v1/apps/${NAME}/draft`)).json();
  const answer = await page.request.put(`${origin}/api/v1/apps/${NAME}/draft`, { headers: { ...headers, "If-Match": `"${revision}"` }, data: document() });
  if (!answer.ok()) throw new Error(await answer.text());
}

/// What the browser did while something was done: its frames, and the longest it was busy at one go; with BUSY=1 in its own time, for machines that do other things too.
async function traced(browser, page, act) {
  await browser.startTracing(page, { categories: ["devtools.timeline", "disabled-by-default-devtools.timeline.frame", "toplevel", "input"] });
  const frames = page.evaluate(() => new Promise(done => {
    const at = [];
    const tick = now => { at.push(now); if (window.stopFrames) { window.stopFrames = false; done(at); } else requestAnimationFrame(tick); };
    requestAnimationFrame(tick);
  }));
  await act();
  await page.evaluate(() => { window.stopFrames = true; });
  const at = (await frames).slice(1);
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  const renderer = traceEvents.filter(it => it.name === "thread_name" && it.args?.name === "CrRendererMain").map(it => `${it.pid}/${it.tid}`);
  const tasks = traceEvents.filter(it => /RunTask$/.test(it.name) && it.ph === "X" && renderer.includes(`${it.pid}/${it.tid}`)).map(it => (process.env.BUSY ? it.tdur ?? it.dur : it.dur) / 1000);
  const keys = traceEvents.filter(it => it.name === "EventTiming" && /^key|^input/.test(it.args?.data?.type ?? "")).map(it => it.args.data.duration ?? 0);
  const gaps = at.slice(1).map((it, index) => it - at[index]).sort((a, b) => a - b);
  return { frames: gaps.length, seconds: (at.at(-1) - at[0]) / 1000, gaps, longest: Math.max(0, ...tasks), waits: keys.sort((a, b) => a - b) };
}

const share = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
const line = (what, it) => console.log(`| ${what} | ${(it.frames / it.seconds).toFixed(1)} | ${share(it.gaps, 0.5).toFixed(1)} ms | ${share(it.gaps, 0.95).toFixed(1)} ms | ${it.longest.toFixed(1)} ms |${it.waits.length ? ` ${share(it.waits, 0.95).toFixed(0)} ms | ${Math.max(...it.waits).toFixed(0)} ms` : " — | — "}|`);

const demo = await startDemo();
const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
try {
  const page = await browser.newPage({ viewport: STUDIO_WIDE });
  await signIn(page, demo);
  await make(page, demo.base_url);
  const began = Date.now();
  await page.goto(`${demo.base_url}/apps/${NAME}/build/flows/long`);
  await page.locator(".stepcard").first().waitFor();
  console.log(`Opened after ${Date.now() - began} ms; ${await page.locator(".stepcard").count()} of ${STEPS} cards drawn.\n`);
  console.log("| With 500 steps | Frames a second | Median frame | 95 % of frames | Longest task | 95 % of waits for a key | Longest wait for a key |\n|---|---|---|---|---|---|---|");
  const pane = await page.locator("[data-canvas]").boundingBox();
  const drag = async () => {
    for (let turn = 0; turn < 6; turn++) {
      await page.mouse.move(pane.x + pane.width - 60, pane.y + 40);
      await page.mouse.down();
      for (let at = 1; at <= 60; at++) await page.mouse.move(pane.x + pane.width - 60 - at * 9, pane.y + 40 + at * 2);
      await page.mouse.up();
    }
  };
  const wheel = async () => { for (let at = 0; at < 240; at++) await page.mouse.wheel(-30, at % 2 ? 6 : -6); };
  line("Panning by hand", await traced(browser, page, drag));
  line("Panning by wheel", await traced(browser, page, wheel));
  await page.goto(`${demo.base_url}/apps/${NAME}/build/flows/long?step=step_11&field=text`);
  await page.waitForFunction(() => document.activeElement?.closest("[data-inspector]"));
  await page.keyboard.press("ControlOrMeta+a");
  line("Typing in the inspector", await traced(browser, page, () => page.keyboard.type("Somebody types this sentence quickly, and every letter is there at once. ".repeat(2), { delay: 30 })));
  await page.locator("[data-canvas]").focus();
  line("Walking by arrow keys", await traced(browser, page, async () => { for (let at = 0; at < 40; at++) await page.keyboard.press("ArrowRight", { delay: 40 }); }));
} finally {
  await browser.close();
  await demo.stop();
}
