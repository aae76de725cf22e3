import { createContext, useContext } from "react";

export interface OnPage {
  /** The path of the page's controls: `flows/booking/steps/choose/controls`. */
  page: string;
  chosen: string | undefined;
  choose: (path: string | undefined) => void;
}

export const PageContext = createContext<OnPage | undefined>(undefined);

export function usePage(): OnPage {
  const it = useContext(PageContext);
  if (!it) throw new Error("This stands on no page");
  return it;
}
