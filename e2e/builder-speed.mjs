// `npm run builder-speed`: how quick the builder is with a flow of 500 steps, from the browser's own trace; for docs/measurements.md.
import { chromium } from "playwright-core";
import { chromiumFlags, chromiumPath, startDemo } from "./demo.mjs";
import { signIn, STUDIO_WIDE } from "./studio.mjs";

const STEPS = 500;
const NAME = "five-hundred";

/// Ten strands of questions and answers that cross each other, so that the pane is full of cards wherever one looks.
function document() {
  const STRANDS = 10, LONG = STEPS / STRANDS;
  const name = (strand, at) => `step_${strand * LONG + at}`;
  const steps = {};
  for (let strand = 0; strand < STRANDS; strand++)
    for (let at = 0; at < LONG; at++) {
      const to = by => (at + by < LONG ? { next: name(strand, at + by) } : {});
      const across = at + 1 < LONG ? { next: name((strand + 1) % STRANDS, at + 1) } : {};
      steps[name(strand, at)] = at % 4 === 0
        ? { type: "menu", text: `Question ${at} of strand ${strand}: which way?`, options: { on: { match: ["on"], ...to(1) }, far: { match: ["far"], ...to(3) }, across: { match: ["across"], ...across } } }
        : { type: "say", text: `This is said at step ${at} of strand ${strand}, and it is as long as such a thing is.`, ...to(1) };
    }
  const options = Object.fromEntries([...Array(STRANDS).keys()].map(it => [`strand_${it}`, { match: [`${it}`], next: name(it, 0) }]));
  return { wayfare: 1, name: NAME, title: "Five hundred steps", triggers: { texted: { type: "text", flow: "long" } }, flows: { long: { channel: "text", start: "begin", steps: { begin: { type: "menu", text: "Which strand?", options }, ...steps } } } };
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
  /// Near the right edge, between the cards: who takes hold of a card moves that.
  const ground = () => page.evaluate(({ x, y, width, height }) => {
    for (let right = 20; right < 300; right += 10)
      for (let down = 140; down < height - 260; down += 10)
        if (document.elementFromPoint(x + width - right, y + down)?.matches(".react-flow__pane")) return [x + width - right, y + down];
    throw new Error("There is no room between the cards");
  }, pane);
  const drag = async () => {
    for (let turn = 0; turn < 6; turn++) {
      const [x, y] = await ground(), down = turn % 2 ? 2 : -2;
      await page.mouse.move(x, y);
      await page.mouse.down();
      for (let at = 1; at <= 60; at++) await page.mouse.move(x - at * 9, y + at * down);
      await page.mouse.up();
    }
  };
  const wheel = async () => { for (let at = 0; at < 240; at++) await page.mouse.wheel(-30, at % 2 ? 6 : -6); };
  const cards = async () => `${await page.locator(".stepcard").count()} cards in sight`;
  line(`Panning by hand, ${await cards()}`, await traced(browser, page, drag));
  line("Panning by wheel", await traced(browser, page, wheel));
  await page.reload();
  await page.locator(".stepcard").first().waitFor();
  await page.locator("[data-canvas]").focus();
  for (const key of ["-", "-", "-", "-"]) { await page.keyboard.press(key); await page.waitForTimeout(200); }
  line(`Panning by hand from afar, ${await cards()}`, await traced(browser, page, drag));
  await page.goto(`${demo.base_url}/apps/${NAME}/build/flows/long?step=step_111&field=text`);
  await page.waitForFunction(() => document.activeElement?.closest("[data-inspector]"));
  await page.keyboard.press("ControlOrMeta+a");
  await page.waitForTimeout(1000); // nobody types before they have seen what is there
  line("Typing in the inspector", await traced(browser, page, () => page.keyboard.type("Somebody types this sentence quickly, and every letter is there at once. ".repeat(2), { delay: 30 })));
  await page.locator("[data-canvas]").focus();
  line("Walking by arrow keys", await traced(browser, page, async () => { for (let at = 0; at < 40; at++) await page.keyboard.press("ArrowRight", { delay: 40 }); }));
} finally {
  await browser.close();
  await demo.stop();
}
