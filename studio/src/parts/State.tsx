export type Look = "live" | "draft" | "failed" | "paused" | "past";

/** A state: its one colour, and its word. */
export function State({ look, children }: { look: Look; children: string }) {
  return <span className={`state ${look}`}>{children}</span>;
}
