// What stands around a server with custom domains, all on this machine: a name server that knows what a test tells it,
// and Caddy, as deploy/caddy has it, with its own test authority instead of a public one.
import { spawn, spawnSync } from "node:child_process";
import { createSocket } from "node:dgram";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import packet from "dns-packet";
import { freePort, home } from "./demo.mjs";

/// The programs of the trip; nothing where one is missing.
export function tools() {
  const found = (named, name) => [named, join(home, "e2e/.tools/usr/bin", name), ...(process.env.PATH ?? "").split(":").map(it => join(it, name))].find(it => it && existsSync(it));
  const caddy = found(process.env.WAYFARE_CADDY, "caddy"), certutil = found(process.env.WAYFARE_CERTUTIL, "certutil");
  return caddy && certutil && { caddy, certutil };
}

/// `records` is a map of `NAME TYPE` to values, read anew for each question.
export async function startDns(records) {
  const socket = createSocket("udp4");
  socket.on("message", (message, from) => {
    const asked = packet.decode(message), [{ name, type }] = asked.questions;
    const known = [...records.keys()].some(it => it.startsWith(name.toLowerCase() + " "));
    const answers = (records.get(`${name.toLowerCase()} ${type}`) ?? []).map(data => ({ name, type, ttl: 60, data }));
    const flags = packet.RECURSION_DESIRED | packet.RECURSION_AVAILABLE | (known ? 0 : 3);
    socket.send(packet.encode({ type: "response", id: asked.id, flags, questions: asked.questions, answers }), from.port, from.address);
  });
  await new Promise(ok => socket.bind(0, "127.0.0.1", ok));
  return { address: "127.0.0.1:" + socket.address().port, stop: () => new Promise(ok => socket.close(ok)) };
}

/// Caddy in front of a server on `port` that need not run yet; `root` is the certificate of its test authority.
export async function startCaddy(caddy, folder, port) {
  const https = await freePort(), http = await freePort(), storage = join(folder, "caddy");
  const options = [`http_port ${http}`, `https_port ${https}`, "default_bind 127.0.0.1", "admin off", `storage file_system ${storage}`, "local_certs", "skip_install_trust"];
  const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, WAYFARE: "127.0.0.1:" + port, CADDY_GLOBAL_OPTIONS: options.join("\n\t") };
  const proxy = spawn(caddy, ["run", "--config", join(home, "deploy/caddy/Caddyfile"), "--adapter", "caddyfile"], { env, stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise(ok => proxy.on("exit", ok));
  let said = "";
  await new Promise((ok, no) => {
    proxy.stderr.on("data", part => { said += part; if (said.includes("serving initial configuration")) ok(); });
    proxy.on("error", no);
    ended.then(code => no(new Error(`Caddy ended with ${code}:\n${said}`)));
  });
  const stop = async () => { proxy.kill(); await ended; };
  return { https, http, root: join(storage, "pki/authorities/local/root.crt"), said: () => said, stop };
}

const run = (program, ...words) => {
  const done = spawnSync(program, words, { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`${program} ${words.join(" ")}: ${done.error ?? done.stdout + done.stderr}`);
};

/// A home for Chromium in which it believes this authority, and no other beside the usual ones.
export function trustingHome(certutil, folder, root) {
  const own = join(folder, "home"), store = join(own, ".pki/nssdb");
  mkdirSync(store, { recursive: true });
  run(certutil, "-d", "sql:" + store, "-N", "--empty-password");
  run(certutil, "-d", "sql:" + store, "-A", "-n", "test authority", "-t", "C,,", "-i", root);
  return own;
}

/// What Java believes: this authority alone.
export function trustStore(folder, root) {
  const homes = [process.env.JAVA_HOME, ...(existsSync("/usr/lib/jvm") ? readdirSync("/usr/lib/jvm").map(it => join("/usr/lib/jvm", it)) : [])];
  const keytool = homes.filter(Boolean).map(it => join(it, "bin/keytool")).find(existsSync) ?? "keytool";
  const store = join(folder, "trust.p12");
  run(keytool, "-importcert", "-noprompt", "-alias", "authority", "-file", root, "-keystore", store, "-storetype", "PKCS12", "-storepass", "changeit");
  return store;
}
