// From a place in the document, as problems and people in it are told, to an address of the builder.
import type { Selected } from "./selection";

const enc = encodeURIComponent;
const SCREENS: Record<string, string> = { records: "records", theme: "theme", voice: "answers", answers: "answers", hours: "hours", time_zone: "hours", variables: "variables", profile_values: "variables" };

export const buildOf = (app: string) => `/apps/${enc(app)}/build`;

const asked = (path: string, query: Record<string, string | undefined>) => {
  const wish = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value) wish.set(key, value);
  return wish.size ? `${path}?${wish}` : path;
};

/** The address at which something is selected, and one of its fields has the focus. */
export function placeTo(app: string, it: Selected, field?: string): string {
  const build = buildOf(app);
  switch (it.kind) {
    case "app":
      return asked(build, { field });
    case "trigger":
      return asked(`${build}/triggers/${enc(it.trigger)}`, { field });
    case "flow":
      return asked(`${build}/flows/${enc(it.flow)}`, { field });
    case "step":
      return asked(`${build}/flows/${enc(it.flow)}`, { step: it.step, field });
    case "control":
      return asked(`${build}/flows/${enc(it.flow)}/pages/${enc(it.step)}`, { control: it.control, field });
  }
}

/** `flows/helper/steps/which/text` → the canvas of `helper` with `which` selected and `text` focused; controls of a page lead onto the page. */
export function placeOf(app: string, path: string): string {
  const [kind, name, ...rest] = path.split("/").filter(Boolean);
  if (kind === "triggers" && name) return placeTo(app, { kind: "trigger", trigger: name }, rest.join("/"));
  if (kind === "flows" && name) return inFlow(app, name, rest);
  const screen = kind && SCREENS[kind];
  if (screen) return asked(`${buildOf(app)}/${screen}`, { field: [kind, name, ...rest].filter(Boolean).join("/") });
  return placeTo(app, { kind: "app" }, kind);
}

function inFlow(app: string, flow: string, [part, step, ...field]: string[]): string {
  if (part !== "steps" || !step) return placeTo(app, { kind: "flow", flow }, [part, step, ...field].filter(Boolean).join("/"));
  const [inner, control] = [field[0], controlPath(field)];
  if (inner === "controls" && control) return placeTo(app, { kind: "control", flow, step, control: control.path }, control.field);
  return placeTo(app, { kind: "step", flow, step }, field.join("/"));
}

/** `controls/2/controls/0/label` → the control `2/controls/0`, its field `label`. */
function controlPath(field: string[]): { path: string; field: string } | undefined {
  let end = 1;
  if (!/^\d+$/.test(field[end] ?? "")) return undefined;
  while (field[end + 1] === "controls" && /^\d+$/.test(field[end + 2] ?? "")) end += 2;
  return { path: field.slice(1, end + 1).join("/"), field: field.slice(end + 1).join("/") };
}
