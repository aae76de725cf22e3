import { MantineProvider } from "@mantine/core";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Select } from "./Select";
import { tip, Tips } from "./Tips";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

let root: Root;
let at: HTMLElement;
beforeEach(() => {
  vi.useFakeTimers();
  at = document.body.appendChild(document.createElement("div"));
  root = createRoot(at);
});
afterEach(() => {
  act(() => root.unmount());
  at.remove();
  vi.useRealTimers();
});

const draw = (element: React.ReactNode) => act(() => root.render(<MantineProvider env="test">{element}</MantineProvider>));
const point = (it: Element, kind = "mouse") => act(() => void it.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, pointerType: kind })));
const rest = async () => {
  await act(async () => vi.advanceTimersByTimeAsync(400));
};
const shown = () => document.querySelector("[role=tooltip]")?.textContent;

it("tells more of what the mouse rests on, in the words of the moment, until it leaves or a key is pressed", async () => {
  const both = (text: string) => <><button id="one" {...tip(text, { keys: "A" })}><i /></button><button id="two" {...tip("The `other`")} /><p /><Tips /></>;
  draw(both("Add a step"));
  const [one, two, icon] = [at.querySelector("#one"), at.querySelector("#two"), at.querySelector("i")] as [Element, Element, Element];
  point(icon);
  expect(shown()).toBeUndefined();
  await rest();
  expect(shown()).toBe("Add a step A");
  draw(both("Added"));
  await rest();
  expect(shown()).toBe("Added A");
  point(two);
  await rest();
  expect(shown()).toBe("The other");
  act(() => void document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" })));
  await rest();
  expect(shown()).toBeUndefined();
  point(one);
  point(at.querySelector("p") as Element);
  await rest();
  expect(shown()).toBeUndefined();
});

it("keeps still under a finger, and where there is nothing to tell", async () => {
  draw(<><button {...tip("Add a step")} /><b {...tip(undefined)} /><Tips /></>);
  point(at.querySelector("button") as Element, "touch");
  await rest();
  expect(shown()).toBeUndefined();
  expect(at.querySelector("b")?.hasAttribute("data-tip")).toBe(false);
});

it("brings a list into the page when somebody comes to its field, and names it when it opens", async () => {
  draw(<Select label="State" data={["live", "past"]} />);
  const field = at.querySelector("input") as HTMLInputElement;
  const lists = () => document.querySelectorAll("[role=listbox]");
  expect(lists()).toHaveLength(0);
  act(() => field.focus());
  await rest();
  expect(lists()).toHaveLength(1);
  act(() => field.click());
  await rest();
  expect(document.getElementById(field.getAttribute("aria-controls") ?? "")).toBe(lists()[0]);
});
