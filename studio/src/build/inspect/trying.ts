// Values that people give names to see what an expression makes of them. They are kept in this browser only and change nothing.
import { useSyncExternalStore } from "react";

type Values = Record<string, unknown>;

/** What was typed, as JSON where it is JSON, else as text. */
export function read(typed: string): unknown {
  try {
    return JSON.parse(typed);
  } catch {
    return typed;
  }
}

class Trying {
  typed: Record<string, string> = {};
  values: Values = {};
  private readonly listeners = new Set<() => void>();
  readonly subscribe = (heard: () => void) => {
    this.listeners.add(heard);
    return () => this.listeners.delete(heard);
  };

  set(name: string, typed: string) {
    this.typed = { ...this.typed, [name]: typed };
    this.values = Object.fromEntries(Object.entries(this.typed).filter(([, it]) => it !== "").map(([key, it]) => [key, read(it)]));
    this.listeners.forEach(heard => heard());
  }
}

export const tried = new Trying();
export const useTyped = (name: string) => useSyncExternalStore(tried.subscribe, () => tried.typed[name] ?? "");
export const useTriedValues = () => useSyncExternalStore(tried.subscribe, () => tried.values);
