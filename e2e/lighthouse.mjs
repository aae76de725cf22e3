// `npm run lighthouse`: the table of docs/measurements.md, measured anew.
import { startDemo } from "./demo.mjs";
import { judged, PAGES, startJudge } from "./pages.mjs";

const demo = await startDemo();
const judge = await startJudge();
try {
  console.log("| Page | Performance | Accessibility | Best practices | Weight | First byte | Largest paint |\n|---|---|---|---|---|---|---|");
  for (const { name, open } of PAGES) {
    const it = await judged(judge.judge, await open(demo));
    const { performance, accessibility, "best-practices": practices } = it.scores;
    console.log(`| ${name} | ${performance} | ${accessibility} | ${practices} | ${it.kilobytes.toFixed(1)} kB | ${it.firstByte.toFixed(1)} ms | ${(it.largestPaint / 1000).toFixed(2)} s |`);
  }
} finally {
  await judge.stop();
  await demo.stop();
}
