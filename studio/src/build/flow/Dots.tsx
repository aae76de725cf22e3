import { useCallback, useRef } from "react";
import { useView, type View } from "./useView";

const GAP = 24;

/** The ground under the cards. It is a picture that the browser moves, where React Flow's own is painted anew for each frame: half of what panning cost. */
export function Dots() {
  const ground = useRef<HTMLDivElement>(null);
  const paint = useCallback(({ x, y, zoom }: View) => {
    const style = ground.current?.style;
    const gap = GAP * zoom * 2 ** Math.max(0, Math.ceil(Math.log2(0.6 / zoom))); // from afar every second dot, every fourth
    style?.setProperty("--gap", `${gap}px`);
    const shift = (by: number) => ((by % gap) + gap) % gap - gap;
    style?.setProperty("transform", `translate(${shift(x)}px, ${shift(y)}px)`);
  }, []);
  useView(paint);
  return <div className="dots" ref={ground} aria-hidden />;
}
