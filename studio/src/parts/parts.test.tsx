import { MantineProvider } from "@mantine/core";
import { act, useLayoutEffect, useRef } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, it, vi } from "vitest";
import { Problem } from "../api/problem";
import { named, renamed } from "../apps/NewApp";
import { typed } from "../settings/ValueRow";
import { late } from "./late";
import { Refusal } from "./Note";
import { store } from "./stored";
import { Sure } from "./Sure";
import { Wait } from "./Wait";
import { said } from "./When";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
afterEach(() => vi.useRealTimers());

function shown(element: React.ReactNode) {
  const at = document.createElement("div");
  act(() => createRoot(at).render(<MantineProvider>{element}</MantineProvider>));
  return at;
}

it("says a moment as people do", () => {
  const now = Date.parse("2026-11-27T12:00:00Z");
  expect(said("2026-11-27T11:59:58Z", now)).toBe("just now");
  expect(said("2026-11-27T11:56:00Z", now)).toBe("4 minutes ago");
  expect(said("2026-11-26T12:00:00Z", now)).toBe("yesterday");
});

it("shows nothing in the first 300 ms, and bones after", () => {
  vi.useFakeTimers();
  const at = shown(<Wait query={{ data: undefined, error: null, refetch: () => undefined }}>{() => "there"}</Wait>);
  expect(at.querySelectorAll(".bones")).toHaveLength(0);
  act(() => void vi.advanceTimersByTime(301));
  expect(at.querySelectorAll(".bones")).toHaveLength(3);
});

it("draws at once a part whose code was asked for before, and what stands in for one that comes yet", async () => {
  const part = () => Promise.resolve(() => "there");
  const [early, unasked] = [late(part, "meanwhile"), late(part, "meanwhile")];
  await early.ask();
  const drawn: string[] = [];
  const Seen = ({ of: Part }: { of: React.ComponentType }) => {
    const box = useRef<HTMLDivElement>(null);
    useLayoutEffect(() => void drawn.push(box.current?.textContent ?? ""), []);
    return <div ref={box}><Part /></div>;
  };
  shown(<><Seen of={early} /><Seen of={unasked} /></>);
  expect(drawn).toEqual(["there", "meanwhile"]);
  await act(async () => undefined);
});

it("tells every mistake of a refusal with its place and its way out", () => {
  const problem = new Problem(422, { title: "It cannot be published", detail: "1 error", code: "checks_failed", errors: [{ code: "SLOT_UNBOUND", path: "bindings/text", message: "No number is bound.", fix: "Bind one." }] });
  const text = shown(<Refusal of={problem} />).textContent;
  for (const part of ["It cannot be published", "1 error", "No number is bound.", "bindings/text", "Bind one."]) expect(text).toContain(part);
});

it("sends no form but its own when a dialog over another form says yes", async () => {
  const [outer, inner] = [vi.fn(), vi.fn()];
  shown(<form onSubmit={outer}><Sure open title="Number" act="Add it" busy={false} problem={null} onAct={inner} onClose={() => undefined} /></form>);
  await act(async () => document.querySelector("[role=dialog] form, .mantine-Modal-content form")?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })));
  expect(inner).toHaveBeenCalledOnce();
  expect(outer).not.toHaveBeenCalled();
});

it("makes a name of a title", () => {
  expect(named("Über Parcels & Co.")).toBe("uber-parcels-co");
  expect(named("  ")).toBe("");
});

it("gives a copied document its own name and title, and leaves the rest", () => {
  expect(renamed('wayfare: 1\nname: parcel-desk\ntitle: Parcel desk\nflows:\n  a:\n    title: Page\n', "depot", 'The "depot" $1')).toBe(
    'wayfare: 1\nname: depot\ntitle: "The \\"depot\\" $1"\nflows:\n  a:\n    title: Page\n',
  );
});

it("sends a value as the type that is declared, and what does not fit as it was typed", () => {
  expect(typed("12", "number")).toBe(12);
  expect(typed("a dozen", "number")).toBe("a dozen");
  expect(typed("", "text")).toBeNull();
  expect(typed("[1,2]", "list")).toEqual([1, 2]);
});

it("goes on where a browser keeps nothing", () => {
  expect(() => store({ setItem: () => { throw new DOMException("full", "QuotaExceededError"); } }, "key", "word")).not.toThrow();
});
