// From a place, as findings and problems tell it, to the address at which it is mended.
import { placeOf } from "../build/places";

const enc = encodeURIComponent;

/** `profiles/QA/bindings/text` → that slot in the settings of QA; every other place is one of the document, and mended in the builder. */
export function mendOf(app: string, place: string): { to: string; in: "settings" | "builder" } {
  const path = place.replace(/ \(line .*$/, "");
  const [kind, profile, part, ...name] = path.split("/");
  if (kind !== "profiles" || !profile) return { to: placeOf(app, path === "the document" ? "" : path), in: "builder" };
  const of = part === "bindings" ? "slot" : part === "values" ? "value" : undefined;
  const settings = `/apps/${enc(app)}/settings/${enc(profile)}`;
  return { to: of && name.length ? `${settings}?${of}=${enc(name.join("/"))}` : settings, in: "settings" };
}
