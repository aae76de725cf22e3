/** What React Flow calls the canvas: its elements bear it. */
export const CANVAS = "canvas";

interface Asked {
  step: string;
  /** The exit's key, or `in`. */
  id: string;
  type: "source" | "target";
  top?: number;
}

/**
 * Where a way leaves a card or comes to it: an element as React Flow looks for one, and nothing else. Its own component is told of every move of every
 * connection; with those, bringing a card into sight took twice as long. What a hand does to it is in `useConnecting`.
 */
export function Handle({ step, id, type, top }: Asked) {
  const side = type === "target" ? "left" : "right";
  return <div className={`react-flow__handle react-flow__handle-${side} nodrag nopan connectable connectablestart connectableend ${type}`} data-id={`${CANVAS}-${step}-${id}-${type}`} data-nodeid={step} data-handleid={id} data-handlepos={side} style={top === undefined ? undefined : { top }} />;
}
