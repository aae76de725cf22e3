// What is looked at in the builder. It stands in the address, so that going back works and a place can be sent to somebody.
import { useCallback, useMemo } from "react";
import { useLocation, useNavigate, useParams, useSearchParams } from "react-router";
import { placeTo } from "./places";

export type Selected =
  | { kind: "step"; flow: string; step: string }
  | { kind: "trigger"; trigger: string }
  | { kind: "flow"; flow: string }
  | { kind: "app" }
  | { kind: "control"; flow: string; step: string; control: string };

export type Select = (it: Selected, field?: string) => void;

export function useSelected(): [Selected, Select] {
  const { app = "", flow, step: page, trigger } = useParams();
  const [query] = useSearchParams();
  const go = useNavigate();
  const { pathname } = useLocation();
  const step = query.get("step");
  const control = query.get("control");
  const preview = query.has("preview");
  const selected = useMemo((): Selected => {
    if (flow && page) return control ? { kind: "control", flow, step: page, control } : { kind: "step", flow, step: page };
    if (flow) return step ? { kind: "step", flow, step } : { kind: "flow", flow };
    return trigger ? { kind: "trigger", trigger } : { kind: "app" };
  }, [flow, page, trigger, step, control]);
  const select = useCallback<Select>(
    (it, field) => {
      const onPage = it.kind === "step" && pathname === placeTo(app, { kind: "control", flow: it.flow, step: it.step, control: "" }).split("?")[0];
      const to = new URL(placeTo(app, onPage ? { kind: "control", flow: it.flow, step: it.step, control: "" } : it, field), window.location.origin);
      if (preview) to.searchParams.set("preview", "");
      const here = to.pathname === pathname;
      void go(to.pathname + to.search, { replace: here, flushSync: here }); // the next key is meant for what was picked by this one
    },
    [app, go, pathname, preview],
  );
  return [selected, select];
}

/** What `[data-inspector]` is told by whoever goes there now: it shows what is selected before they arrive. */
export const WANTED = "wayfare-wanted";

/** What takes the focus in the details for somebody to write or choose: native fields, editors, and a text that becomes an editor when the focus is put there. */
export const FIELDS = "input, textarea, select, [contenteditable=true], .code-plain";

/** The field that the inspector is asked to focus. */
export const useField = (): string | null => useSearchParams()[0].get("field");
