// Where steps lead: read and changed by the path of the field that holds the target.
import type { Control, Step } from "../document";
import { type Exit } from "./folder";
import { words } from "./words";

type Holder = Record<string, unknown>;

const isHolder = (it: unknown): it is Holder => typeof it === "object" && it !== null;
const target = (it: unknown) => (typeof it === "string" && it !== "" ? it : undefined);

export const exit = (holder: object, field: string, label: string, path = ""): Exit => ({ key: path + field, label, to: target((holder as Holder)[field]) });

/** The exits that stand in these fields of a step. */
export const exits = (step: object, ...fields: (keyof typeof words.exits)[]): Exit[] => fields.map(it => exit(step, it, words.exits[it]));

/** The buttons of a page that lead somewhere of their own, wherever they stand in it. */
export function buttons(controls: readonly Control[] | undefined, path = "controls"): Exit[] {
  if (!Array.isArray(controls)) return [];
  return (controls as Control[]).flatMap((it, at) => {
    const here = `${path}/${at}/`;
    if (it?.type === "button") return [exit(it, "next", it.label || words.button, here)];
    return it?.type === "container" || it?.type === "form" ? buttons(it.controls, `${here}controls`) : [];
  });
}

/** Leads an exit of a step to another step, or nowhere. For a draft of the document, inside `editor.change`. */
export function lead(step: Step, key: string, to?: string) {
  const path = key.split("/");
  const field = path.pop() as string;
  let holder = step as unknown as Holder;
  for (const part of path) {
    if (!isHolder(holder[part])) {
      if (to === undefined) return;
      holder[part] = {};
    }
    holder = holder[part] as Holder;
  }
  if (to === undefined) delete holder[field];
  else holder[field] = to;
}
