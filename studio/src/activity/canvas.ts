/** The address at which a step is shown on the canvas. */
export const onCanvas = (app: string, flow: string, step: string): string =>
  `/apps/${encodeURIComponent(app)}/build/flows/${encodeURIComponent(flow)}${step ? `?step=${encodeURIComponent(step)}` : ""}`;

/** `flows/helper/steps/which` as its two names. */
export function stepOf(place: string): { flow: string; step: string } | undefined {
  const [kind, flow, steps, step] = place.split("/");
  return kind === "flows" && steps === "steps" && flow && step ? { flow, step } : undefined;
}
