import type { Live } from "../api/types";
import type { Look } from "../parts/State";
import { words } from "../words";

/** How a profile stands, in one colour and a few words. */
export function standing(live: Live): { look: Look; text: string } {
  if (live.underway) return { look: "paused", text: words.status.underway };
  if (!live.live) return { look: "past", text: words.status.none };
  if (live.rolled_back) return { look: "failed", text: live.status };
  return { look: live.changed ? "draft" : "live", text: live.status };
}

const ORDER = ["paused", "failed", "draft", "live", "past"] as const;

/** The profile that says most about an app: what is live in Production first, then what wants a look. */
export function foremost(all: Live[]): Live | undefined {
  const live = all.filter(it => it.live || it.underway);
  return live.find(it => it.name === "Production") ?? [...live].sort((a, b) => rank(a) - rank(b))[0] ?? all[0];
}

const rank = (it: Live) => ORDER.indexOf(standing(it).look as (typeof ORDER)[number]);
