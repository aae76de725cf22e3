import type { Problem } from "../api/problem";
import { State } from "../parts/State";

/** What came of a test, in the server's words. */
export function Tried({ of, problem }: { of: { outcome: string; detail: string } | undefined; problem: Problem | null }) {
  if (problem) return <div role="status"><State look="failed">{problem.title}</State> <span className="small">{problem.message}</span></div>;
  if (!of) return null;
  const well = ["sent", "accepted", "ok", "works", "passed"].includes(of.outcome);
  return <div role="status"><State look={well ? "live" : "failed"}>{of.outcome}</State> <span className="small">{of.detail}</span></div>;
}
