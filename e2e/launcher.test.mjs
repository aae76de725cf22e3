// What `./wayfare test` says and does on machines that lack something. A PATH of stubs stands for the machine; the
// stubs write down what they were asked.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { home } from "./demo.mjs";

const PLAIN = ["bash", "env", "dirname", "grep", "chmod", "cmp", "cp", "mkdir"];
let machine, calls;

const stub = (name, body) => { const file = join(machine, name); rmSync(file, { force: true }); writeFileSync(file, `#!/bin/bash\necho "${name} $*" >> "${calls}"\n${body}\n`); chmodSync(file, 0o755); };
const wasAsked = () => (existsSync(calls) ? readFileSync(calls, "utf8") : "");
const { HOME, JAVA_HOME } = process.env;
const launch = (more = {}) => spawnSync(join(machine, "clone/wayfare"), ["test"], { encoding: "utf8", env: { PATH: machine, HOME, ...(JAVA_HOME && { JAVA_HOME }), ...more } });

beforeEach(() => {
  machine = mkdtempSync(join(tmpdir(), "wayfare-launcher-"));
  calls = join(machine, "calls");
  for (const name of PLAIN) symlinkSync(spawnSync("which", [name], { encoding: "utf8" }).stdout.trim(), join(machine, name));
  mkdirSync(join(machine, "clone/e2e"), { recursive: true });
  copyFileSync(join(home, "wayfare"), join(machine, "clone/wayfare"));
  writeFileSync(join(machine, "clone/e2e/package-lock.json"), "{}");
  mkdirSync(join(machine, "clone/studio/node_modules"), { recursive: true });
  for (const kept of ["package-lock.json", "node_modules/.lock-of-these"]) writeFileSync(join(machine, "clone/studio", kept), "{}");
  stub("node", "echo v20.1.0");
  stub("npm", "exit 0");
  stub("id", "echo 1000");
  stub("mvn", "exit 9"); // far enough: the tests themselves begin here
});
afterEach(() => rmSync(machine, { recursive: true, force: true }));

test("root on Debian gets Chromium installed", () => {
  stub("id", "echo 0");
  stub("apt-get", `if [ "$1" = install ]; then printf '#!/bin/bash\\n' > "${machine}/chromium"; chmod +x "${machine}/chromium"; fi`);
  const said = launch();
  assert.match(wasAsked(), /apt-get update -qq\napt-get install -y -qq chromium\n/);
  assert.match(wasAsked(), /mvn .*verify/);
  assert.equal(said.status, 9);
});

test("root on Debian gets Caddy unpacked beside the tests, so that no service of it starts", () => {
  stub("chromium", "");
  stub("id", "echo 0");
  stub("rm", "exit 0");
  stub("apt-get", `if [ "$1" = download ]; then : > caddy.deb; fi`);
  stub("dpkg", `mkdir -p "$3/usr/bin"; for each in caddy certutil; do printf '#!/bin/bash\\n' > "$3/usr/bin/$each"; chmod +x "$3/usr/bin/$each"; done`);
  const said = launch();
  assert.match(wasAsked(), /apt-get download -qq caddy libnss3-tools\ndpkg -x caddy\.deb \.\n/);
  assert.doesNotMatch(wasAsked(), /apt-get install/);
  assert.doesNotMatch(said.stderr, /Custom domains: SKIPPED/);
  assert.equal(said.status, 9);
});

test("where Caddy cannot be fetched the trip over custom domains is skipped, and that is said", () => {
  stub("chromium", "");
  stub("id", "echo 0");
  stub("apt-get", "exit 100");
  stub("dpkg", "exit 1");
  const said = launch();
  assert.match(said.stderr, /Custom domains: SKIPPED in the browser: Caddy or certutil is not installed \(Debian: apt-get install caddy libnss3-tools\)/);
  assert.match(wasAsked(), /mvn .*verify/);
});

test("an installation that fails is told with the way out, before anything is built", () => {
  stub("id", "echo 0");
  stub("apt-get", "exit 100");
  const said = launch();
  assert.equal(said.status, 2);
  assert.match(said.stderr, /apt-get could not install it.*WAYFARE_CHROMIUM/);
  assert.doesNotMatch(wasAsked(), /mvn/);
});

test("a normal user is told what to install, and nothing is installed", () => {
  stub("apt-get", "exit 0");
  const said = launch();
  assert.equal(said.status, 2);
  assert.match(said.stderr, /need Chromium and none was found.*sudo apt-get install chromium/);
  assert.doesNotMatch(wasAsked(), /apt-get|mvn/);
});

test("another Chromium is taken when it is named", () => {
  stub("my-browser", "");
  assert.match(launch({ WAYFARE_CHROMIUM: join(machine, "my-browser") }).stderr, /Database tests: on the embedded PostgreSQL 18/);
  assert.match(wasAsked(), /mvn .*verify/);
});

for (const [found, way] of [["v18.19.0", /Node 20 or later; .* is v18\.19\.0/], ["v9.1.0", /Node 20 or later; .* is v9\.1\.0/]]) {
  test(`Node ${found} is too old`, () => {
    stub("node", `echo ${found}`);
    const said = launch();
    assert.equal(said.status, 2);
    assert.match(said.stderr, way);
    assert.doesNotMatch(wasAsked(), /mvn/);
  });
}

for (const missing of ["node", "npm"]) {
  test(`without ${missing} the launcher says so`, () => {
    rmSync(join(machine, missing));
    const said = launch();
    assert.equal(said.status, 2);
    assert.match(said.stderr, missing === "node" ? /Node 20 or later and none was found/ : /need npm beside/);
  });
}

test("without a network npm's refusal is explained; with one the packages are fetched once", () => {
  stub("chromium", "");
  stub("mvn", "exit 0");
  stub("npm", `if [ "$1" = ci ]; then exit 1; fi`);
  const said = launch();
  assert.equal(said.status, 2);
  assert.match(said.stderr, /npm could not fetch the packages of the browser tests.*HTTPS_PROXY/);
  stub("npm", `if [ "$1" = ci ]; then mkdir -p "${machine}/clone/e2e/node_modules"; fi`);
  assert.equal(launch().status, 0);
  rmSync(calls);
  assert.equal(launch().status, 0);
  assert.doesNotMatch(wasAsked(), /npm ci/);
  assert.match(wasAsked(), /npm test/);
});

test("without a network the studio's packages are explained too, before anything is built", () => {
  stub("chromium", "");
  stub("npm", `if [ "$1" = ci ]; then exit 1; fi`);
  rmSync(join(machine, "clone/studio/node_modules/.lock-of-these"));
  const said = launch();
  assert.equal(said.status, 2);
  assert.match(said.stderr, /npm could not fetch the packages of the studio.*HTTPS_PROXY/);
  assert.doesNotMatch(wasAsked(), /mvn/);
});

test("without a JDK 25 nothing is built with another one", () => {
  stub("chromium", "");
  stub("grep", "exit 1"); // no JDK's version fits
  const said = launch();
  assert.equal(said.status, 2);
  assert.match(said.stderr, /Java 25 or later is needed/);
  assert.doesNotMatch(wasAsked(), /mvn/);
});
