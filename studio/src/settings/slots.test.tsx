import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, it, vi } from "vitest";
import type { Profile, Slot } from "../api/types";
import { words } from "../words";
import { SlotPicker } from "./SlotPicker";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("takes what is shown as chosen by Enter, also where the page was busy when the list opened", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ items: [] })));
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const host = document.body.appendChild(document.createElement("div"));
  const profile = { name: "Development", revision: 1, environment: { name: "Development" } } as unknown as Profile;
  const slot = { name: "text", kind: "text", needs: "a number" } as unknown as Slot;
  const root = createRoot(host);
  await act(async () => root.render(
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider env="test"><SlotPicker app="tea" profile={profile} slot={slot} label="text" /></MantineProvider>
    </QueryClientProvider>,
  ));
  const box = host.querySelector<HTMLInputElement>("input[role=combobox]") as HTMLInputElement;
  await act(async () => box.focus());
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(box, "Make");
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await act(async () => void vi.advanceTimersByTime(1)); // what the list put off when it opened comes only now
  expect(document.querySelector("[data-combobox-selected]")?.textContent).toBe(words.settings.makeOne);
  await act(async () => box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", code: "Enter", bubbles: true })));
  vi.useRealTimers();
  await vi.waitFor(async () => {
    await act(async () => undefined);
    expect(document.querySelector("[role=dialog]")?.textContent ?? "").toContain(words.resources.add);
  });
  act(() => root.unmount());
  host.remove();
});
