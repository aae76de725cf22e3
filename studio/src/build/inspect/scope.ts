// What the fields around it know: which thing is edited, in which flow.
import { createContext, useContext } from "react";
import type { FlowChannel } from "../document";

export interface Scope {
  /** The path of the thing that is edited: `flows/helper/steps/which`. */
  thing: string;
  flow?: string;
  channel?: FlowChannel;
  /** The type of the step, control or trigger. */
  type?: string;
}

export const ScopeContext = createContext<Scope>({ thing: "" });
export const useScope = () => useContext(ScopeContext);
