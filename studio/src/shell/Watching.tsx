import type { ReactNode } from "react";
import { Navigate, useLocation } from "react-router";
import { useMe } from "./me";

const THEIRS = /^\/(activity|me)(\/|$)|^\/apps\/[^/]+\/journeys\//;

/** Agents watch what customers do, and have themselves; whatever else they open leads there. */
export function Watching({ children }: { children: ReactNode }) {
  const me = useMe();
  const { pathname } = useLocation();
  return me.data?.role === "agent" && !THEIRS.test(pathname) ? <Navigate to="/activity" replace /> : children;
}
