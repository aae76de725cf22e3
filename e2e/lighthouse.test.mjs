// Lighthouse must find customers' pages fast, accessible and well made: 95 of 100 at least, as a phone on a slow line.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startDemo } from "./demo.mjs";
import { judged, PAGES, startJudge, STUDIO, studio, words } from "./pages.mjs";

let demo, judge;

before(async () => {
  demo = await startDemo();
  judge = await startJudge();
}, { timeout: 240_000 });

after(async () => {
  await judge?.stop();
  await demo?.stop();
});

for (const { name, open } of PAGES) {
  test(`Lighthouse is content with ${name}`, { timeout: 180_000 }, async t => {
    const best = await judged(judge.judge, await open(demo));
    t.diagnostic(words(name, best));
    assert.ok(best.scores.performance >= 95, `performance ${best.scores.performance}, the best of three\n${best.found.join("\n")}`);
  });
}

let signedIn;

for (const { name, path } of STUDIO.filter((it, at) => at === 0 || it.tested))
  test(`Lighthouse is content with the studio: ${name}`, { timeout: 180_000 }, async t => {
    signedIn ??= await studio(demo);
    const best = await judged(judge.judge, demo.base_url + path, signedIn, 90);
    t.diagnostic(words(name, best));
    assert.ok(best.scores.performance >= 90, `performance ${best.scores.performance}, the best of three\n${best.found.join("\n")}`);
    if (path === STUDIO[0].path) assert.ok(best.kilobytes < 300, `${best.kilobytes} kB on a first visit; at most 300 are wanted`);
  });
