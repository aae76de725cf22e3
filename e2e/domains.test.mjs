// Custom domains as customers and owners meet them: a name server, Caddy with its test authority, and a browser that
// checks certificates. Skipped where Caddy is not installed. SHOTS=1 also takes the pictures in docs/screens.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { connect } from "node:tls";
import { chromium } from "playwright-core";
import { chromiumFlags, chromiumPath, freePort, startDemo } from "./demo.mjs";
import { clean, shot, PHONE, WIDE } from "./look.mjs";
import { startCaddy, startDns, tools, trustingHome, trustStore } from "./proxy.mjs";

const found = tools();
const skip = found ? false : "Caddy or certutil is not installed (Debian: apt-get install caddy libnss3-tools)";
const HOME = "go.wayfare.test", HELP = "help.wayfare.test", LINKS = "links.wayfare.test", NOBODY = "nobody.wayfare.test";
const records = new Map();
let folder, dns, caddy, demo, browser, port, root;

before(async () => {
  if (skip) return;
  folder = mkdtempSync(join(tmpdir(), "wayfare-domains-"));
  port = await freePort();
  dns = await startDns(records);
  caddy = await startCaddy(found.caddy, folder, port);
  root = readFileSync(caddy.root);
  const hosts = join(folder, "hosts");
  writeFileSync(hosts, ["localhost", HOME, HELP, LINKS, NOBODY].map(it => "127.0.0.1 " + it + "\n").join(""));
  // The server goes to its own doors like everybody else: by these names, through Caddy, and it believes its authority.
  demo = await startDemo({
    port,
    more: ["--public-url", at(HOME, ""), "--dns", dns.address],
    env: { JAVA_TOOL_OPTIONS: `-Djdk.net.hosts.file=${hosts} -Djavax.net.ssl.trustStore=${trustStore(folder, caddy.root)} -Djavax.net.ssl.trustStorePassword=changeit` },
  });
  browser = await chromium.launch({
    executablePath: chromiumPath,
    args: [...chromiumFlags, "--host-resolver-rules=MAP *.wayfare.test 127.0.0.1"],
    env: { ...process.env, HOME: trustingHome(found.certutil, folder, caddy.root) },
  });
}, { timeout: 300_000 });

after(async () => {
  await browser?.close();
  await demo?.stop();
  await caddy?.stop();
  await dns?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const at = (host, path) => `https://${host}:${caddy.https}${path}`;

/// Straight to the server, as a program beside it.
async function api(method, path, body, expected = [200, 201, 204]) {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/${path}`, { method, body: body && JSON.stringify(body), headers: { Authorization: "Bearer " + demo.api_token, "Content-Type": "application/json" } });
  const text = await answer.text();
  assert.ok(expected.includes(answer.status), `${method} ${path}: ${answer.status} ${text}`);
  return text ? JSON.parse(text) : {};
}

/// The certificate that is shown under a name, checked against the test authority; or why there was none.
const handshake = host => new Promise(ok => {
  const socket = connect({ host: "127.0.0.1", port: caddy.https, servername: host, ca: root }, () => { ok({ certificate: socket.getPeerCertificate() }); socket.end(); });
  socket.on("error", e => ok({ refused: e.code }));
});

/// Straight to the server under any name, as through a proxy that asks nobody.
const under = (host, path) => new Promise((ok, no) => request({ host: "127.0.0.1", port, path, headers: { Host: host, "User-Agent": "Mozilla/5.0" } }, answer => { answer.resume(); ok(answer.statusCode); }).on("error", no).end());

async function proven(host) {
  const domain = await api("POST", "domains", { host });
  records.set(`${domain.records[0].name} TXT`, [domain.records[0].value]);
  records.set(`${host} CNAME`, [HOME]);
  return api("POST", `domains/${domain.id}/verify`);
}

test("a name is refused in the handshake until its owner has proven it", { skip, timeout: 60_000 }, async () => {
  assert.ok((await handshake(HOME)).certificate, "the server's own name");
  const domain = await api("POST", "domains", { host: HELP });
  const [proof] = domain.records;
  assert.equal(proof.name, "_wayfare." + HELP);
  const awaiting = await api("POST", `domains/${domain.id}/verify`);
  assert.equal(awaiting.state, "awaiting_dns");
  assert.match(awaiting.reason, /Expected a TXT record _wayfare\.help\.wayfare\.test .*; found none\./);
  assert.match((await handshake(HELP)).refused, /^ERR_SSL/);
  records.set(`${proof.name} TXT`, ["v=spf1 -all", "wayfare=guessed"]);
  assert.match((await api("POST", `domains/${domain.id}/verify`)).reason, /found v=spf1 -all, wayfare=guessed\./);

  records.set(`${proof.name} TXT`, [proof.value]);
  records.set(`${HELP} CNAME`, [HOME]);
  const verified = await api("POST", `domains/${domain.id}/verify`);
  assert.equal(verified.state, "verified", verified.reason);
  assert.deepEqual(verified.records[1].found, [HOME]);
  assert.equal(verified.reach.state, "ours", verified.reach.why);
  assert.equal(verified.certificate.state, "good");
  assert.match((await handshake(HELP)).certificate.subjectaltname, new RegExp("DNS:" + HELP));
});

test("an app begins on its domain, and its journeys go on at another", { skip, timeout: 120_000 }, async () => {
  await proven(LINKS);
  const route = await api("POST", "resources", { kind: "route", domain: HELP, key: "claim" });
  const profile = "apps/claim-intake/profiles/Production";
  const { slots } = await api("GET", profile);
  const web = slots.find(it => it.kind === "web").name;
  await api("PUT", `${profile}/bindings/${encodeURIComponent(web)}`, { resource: route.id });
  await api("PUT", `${profile}/bindings/${encodeURIComponent("journey links")}`, { resource: LINKS });
  const { revision } = await api("GET", "apps/claim-intake");
  const published = await api("POST", "apps/claim-intake/releases?wait=25", { profile: "Production", revision });
  assert.ok(JSON.stringify(published).includes(at(HELP, "/c/claim") + " answers."), "proven through Caddy: " + JSON.stringify(published));
  assert.ok(JSON.stringify(published).includes(at(LINKS, "/u/-") + " answers."), "journey links too: " + JSON.stringify(published));

  const context = await browser.newContext({ viewport: PHONE, bypassCSP: true });
  const page = await context.newPage();
  const answer = await page.goto(at(HELP, "/c/claim"));
  assert.equal(answer.status(), 200);
  assert.match((await answer.securityDetails()).issuer, /Caddy Local Authority/);
  assert.match(page.url(), new RegExp(`^https://${HELP}:${caddy.https}/u/[A-Za-z0-9_-]{21}$`));
  await page.getByRole("heading").first().waitFor();
  await clean(page);
  await shot(page, "domain-phone", PHONE);
  await shot(page, "domain-wide", WIDE);
  const title = await page.getByRole("heading").first().textContent();
  assert.deepEqual(await context.cookies(), [], "customers get no cookie");
  for (const host of [LINKS, HOME]) {
    await page.goto(at(host, new URL(page.url()).pathname));
    assert.equal(await page.getByRole("heading").first().textContent(), title, "the same journey on " + host);
  }
  assert.equal((await page.goto(at(HOME, "/c/claim"))).status(), 404, "its starting page is on its domain alone");
  await context.close();
});

test("under a domain there is nothing but customers' pages", { skip, timeout: 60_000 }, async () => {
  const link = demo.apps.flatMap(it => it.entrances).find(it => it.kind === "web" && new URL(it.url).pathname.startsWith("/l/")).url;
  const page = await (await browser.newContext({ viewport: PHONE, bypassCSP: true })).newPage();
  for (const path of ["/", "/nothing-here", "/c/nothing", "/api/v1/apps", "/internal/tls/ask?domain=" + HELP, new URL(link).pathname])
    assert.equal((await page.goto(at(HELP, path)).catch(e => assert.fail(path + ": " + e))).status(), 404, path);
  await page.goto(at(HELP, "/nothing-here"));
  await page.getByRole("heading", { name: "This link leads nowhere" }).waitFor();
  await clean(page);
  await shot(page, "domain-unknown-phone", PHONE);
  await shot(page, "domain-unknown-wide", WIDE);
  await page.context().close();
});

test("a name that is nobody's is refused, by the proxy and by the server", { skip, timeout: 60_000 }, async () => {
  assert.match((await handshake(NOBODY)).refused, /^ERR_SSL/);
  const page = await (await browser.newContext()).newPage();
  await assert.rejects(page.goto(at(NOBODY, "/c/claim")), /ERR_SSL_PROTOCOL_ERROR/);
  await page.context().close();
  assert.equal(await under(NOBODY, "/c/claim"), 421);
  assert.equal(await under(HELP, "/c/claim"), 303);
});

test("people sign in under the server's own name, with cookies that no neighbour can plant", { skip, timeout: 60_000 }, async () => {
  const context = await browser.newContext({ viewport: WIDE });
  const page = await context.newPage();
  assert.equal(new URL(demo.sign_in_url).host, `${HOME}:${caddy.https}`);
  await page.goto(demo.sign_in_url);
  await page.getByRole("button").first().click();
  await page.getByRole("heading", { name: "Apps", exact: true }).waitFor();
  const cookies = await context.cookies();
  assert.ok(cookies.length > 0 && cookies.every(it => it.secure && it.name.startsWith("__Host-")), JSON.stringify(cookies));
  await context.close();
});
