// The demo as anybody starts it, on a free port and a data folder of its own; both browser test files start here.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const home = join(dirname(fileURLToPath(import.meta.url)), "..");
export const chromiumPath = process.env.WAYFARE_CHROMIUM || "/usr/bin/chromium";
/// This replaces a list of Playwright's own, so what matters of that is said again: no second guesses about addresses and paints, and no looking around in the
/// network. The first three are what Chromium does beside each new page though nobody sees it: two pages of its own for the list under the address field, 0.5 s of
/// a core, and a process in store for the next site. On two cores both cost the page that Lighthouse looks at points (docs/measurements.md).
const notWanted = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "SpareRendererForSitePerProcess", "HttpsUpgrades", "PaintHolding", "DialMediaRouteProvider", "MediaRouter",
  "NetworkTimeServiceQuerying", "OptimizationHints", "Translate"];
export const chromiumFlags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
  "--disable-features=" + notWanted.join()];

/// Below the ports that the system gives to outgoing connections (from 32768): one of those any call can take between this look and the start, or while a demo
/// starts again in its place.
export async function freePort() {
  const port = 20_000 + Math.floor(Math.random() * 10_000);
  const free = await new Promise(ok => { const s = createServer().on("error", () => ok(false)).listen(port, "127.0.0.1", () => s.close(() => ok(true))); });
  return free ? port : freePort();
}

/// What `./wayfare demo --json` prints, the data folder, and how to end it or start it again in its place. `more` are
/// further options of the command, `env` further variables.
export async function startDemo({ port, more = [], env = {} } = {}) {
  return startOn(mkdtempSync(join(tmpdir(), "wayfare-e2e-")), port ?? await freePort(), more, env);
}

async function startOn(data, port, more, env) {
  const server = spawn(join(home, "wayfare"), ["demo", "--json", "--data", data, "--port", String(port), ...more], { stdio: ["ignore", "pipe", "inherit"], detached: true, env: { ...process.env, ...env } });
  const ended = new Promise(ok => server.on("exit", ok));
  const end = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      process.kill(-server.pid, "SIGTERM");
      await Promise.race([ended, new Promise(ok => setTimeout(ok, 15_000).unref())]);
    }
  };
  const stop = async () => {
    await end();
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const demo = await new Promise((ok, no) => {
      let text = "";
      server.stdout.on("data", part => { text += part; if (text.includes("\n")) ok(JSON.parse(text)); });
      server.on("error", no);
      ended.then(code => no(new Error("the demo ended with " + code)));
    });
    const restart = async () => { await end(); return startOn(data, port, more, env); };
    return { ...demo, data, stop, restart };
  } catch (e) {
    await stop();
    throw e;
  }
}
