import { useOutletContext } from "react-router";

/** The app whose pages these are. */
export const useApp = () => useOutletContext<{ name: string; revision: string }>();
