import type { Draft } from "../api/types";
import { readDraft } from "./saving";

let first: { app: string; draft: Promise<Draft> } | undefined;

/** Asks for the draft that an address leads to, while the builder's code is still on its way. */
export function askAhead(pathname: string): void {
  const app = /^\/apps\/([^/]+)\/build(\/|$)/.exec(pathname)?.[1];
  if (!app) return;
  void import("./inspect/Inspector");
  first = { app: decodeURIComponent(app), draft: readDraft(decodeURIComponent(app)) };
  first.draft.catch(() => undefined); // told where it is taken
}

/** The draft that was asked for ahead, once: whoever comes in later reads anew. */
export function takeDraft(app: string): Promise<Draft> {
  const ahead = first;
  first = undefined;
  return ahead?.app === app ? ahead.draft : readDraft(app);
}
