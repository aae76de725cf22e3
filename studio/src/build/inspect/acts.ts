// What is done with whole steps from the inspector.
import { type AppDocument, type Canvas, freeName, type Step } from "../document";
import { retarget } from "../rename";

const spotsOf = (doc: AppDocument, flow: string) => (doc.canvas as Canvas | undefined)?.flows?.[flow];

export function duplicateStep(doc: AppDocument, flow: string, step: string): string {
  const steps = doc.flows?.[flow]?.steps;
  if (!steps?.[step]) return step;
  const copy = freeName(step, steps);
  steps[copy] = JSON.parse(JSON.stringify(steps[step])) as Step;
  const spots = spotsOf(doc, flow);
  const spot = spots?.[step];
  if (spots && spot) spots[copy] = [spot[0] + 40, spot[1] + 40];
  return copy;
}

/** What led to the step leads on to where it led. */
export function removeStep(doc: AppDocument, flow: string, step: string) {
  const it = doc.flows?.[flow];
  if (!it?.steps[step]) return;
  const { next } = it.steps[step] as { next?: string };
  const onward = next === step ? undefined : next;
  delete it.steps[step];
  retarget(it, to => (to === step ? onward : to));
  if (it.start === step) it.start = onward ?? Object.keys(it.steps)[0] ?? it.start;
  delete spotsOf(doc, flow)?.[step];
}
