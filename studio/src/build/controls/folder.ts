// What the studio knows about one type of control: how it is called, and what a new one is.
import type { Icon } from "@tabler/icons-react";
import type { ControlOf, ControlType } from "../document";

export type Group = "show" | "ask" | "group" | "act";

export interface ControlFolder<T extends ControlType> {
  type: T;
  group: Group;
  icon: Icon;
  name: string;
  hint: string;
  /** A new one, with an id that is not among the taken. */
  make(taken?: object): ControlOf<T>;
  /** How it is told apart from its neighbours in a list; never empty. */
  says(control: ControlOf<T>): string;
}
