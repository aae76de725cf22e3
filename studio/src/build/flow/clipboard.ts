// Steps on the clipboard are a piece of script that people can read, paste into a chat, and paste back into any flow of any app.
import { parse, stringify } from "yaml";
import type { Spot, Step } from "../document";
import { folderOf } from "../steps";
import type { Piece } from "./acts";

export const write = (piece: Piece) => stringify({ steps: piece.steps, canvas: piece.spots }, { lineWidth: 0 });

/** Reads what was copied here, or a piece of a script that somebody wrote; nothing if it is something else. */
export function read(text: string): Piece | undefined {
  if (text.length > 2_000_000 || !/\btype\b/.test(text)) return undefined;
  try {
    const found = parse(text) as { steps?: unknown; canvas?: Record<string, Spot> } | null;
    const steps = isSteps(found?.steps) ? found?.steps : isSteps(found) ? found : undefined;
    return steps ? { steps: steps as Record<string, Step>, spots: found?.canvas ?? {} } : undefined;
  } catch {
    return undefined;
  }
}

function isSteps(it: unknown): it is Record<string, Step> {
  if (typeof it !== "object" || it === null || Array.isArray(it)) return false;
  const all = Object.values(it);
  return all.length > 0 && all.every(step => typeof step === "object" && step !== null && folderOf((step as { type?: string }).type) !== undefined);
}
