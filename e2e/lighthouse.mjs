// `npm run lighthouse`: the tables of docs/measurements.md, measured anew; words behind `--` choose pages by what their names begin with.
import { startDemo } from "./demo.mjs";
import { DESK, judged, PAGES, startJudge, STUDIO } from "./pages.mjs";

const demo = await startDemo();
const judge = await startJudge();

const chosen = process.argv.slice(2);
const wanted = ({ name }) => chosen.length === 0 || chosen.some(it => name.startsWith(it));

async function line(name, url, more) {
  const it = await judged(judge.judge, url, more);
  const { performance, accessibility, "best-practices": practices } = it.scores;
  console.log(`| ${name} | ${performance} | ${accessibility} | ${practices} | ${it.kilobytes.toFixed(1)} kB | ${it.firstByte.toFixed(1)} ms | ${(it.largestPaint / 1000).toFixed(2)} s |`);
}

function head() {
  console.log("\n| Page | Performance | Accessibility | Best practices | Weight | First byte | Largest paint |\n|---|---|---|---|---|---|---|");
}

try {
  head();
  for (const { name, open } of PAGES.filter(wanted)) await line(name, await open(demo));
  head();
  await judge.signIn(demo);
  for (const { name, path } of STUDIO.filter(wanted)) await line(name, demo.base_url + path, DESK);
} finally {
  await judge.stop();
  await demo.stop();
}
