// What every browser trip looks with: at how a page reads to those who cannot see it, and, with SHOTS=1, at how it looks.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { home } from "./demo.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
export const PHONE = { width: 390, height: 844 };
export const WIDE = { width: 1280, height: 900 };

/// Takes a picture for docs/screens, at this size if one is given.
export async function shot(page, name, size) {
  if (!process.env.SHOTS) return;
  if (size) await page.setViewportSize(size);
  await page.screenshot({ path: join(home, "docs/screens", name + ".png") });
}

/// Takes it as a phone and as a wide screen, and leaves the page as it was.
export async function shots(page, name) {
  if (!process.env.SHOTS) return;
  const before = page.viewportSize();
  await shot(page, name + "-phone", PHONE);
  await shot(page, name + "-wide", WIDE);
  await page.setViewportSize(before);
}

/// By axe. `targets` also have the size that WCAG 2.2 AA wants, which axe leaves out unless asked; not where something is scrolled or an open list
/// covers what lies under it, for then axe takes what is left to be seen for the whole.
export async function clean(page, targets = false) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(await readFile(axe, "utf8")); // no tag: a page's policy would refuse it
  const found = await page.evaluate(targets => axe.run({ rules: { "target-size": { enabled: targets } } }), targets);
  assert.deepEqual(found.violations.map(it => it.id + ": " + it.nodes.map(n => n.target).join(" ")), []);
}
