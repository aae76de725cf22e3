import { type ComponentType, lazy, type ReactNode, Suspense, useState } from "react";

/**
 * A part whose code comes when it is first drawn, or when it is asked for before. What has come is drawn at once: `lazy` alone would draw what stands in for it first,
 * and leave that standing for a third of a second.
 */
export function late<P extends object>(load: () => Promise<ComponentType<P>>, meanwhile?: ReactNode) {
  let asked: Promise<ComponentType<P>> | undefined;
  let come: ComponentType<P> | undefined;
  const ask = () => (asked ??= load().then(it => (come = it)));
  const Coming = lazy(async () => ({ default: await ask() }));
  function Late(props: P) {
    const [Part] = useState<ComponentType<P>>(() => come ?? (Coming as ComponentType<P>));
    return <Suspense fallback={meanwhile}><Part {...props} /></Suspense>;
  }
  return Object.assign(Late, { ask });
}
