import { useStoreApi } from "@xyflow/react";
import { useLayoutEffect } from "react";

/** Where a canvas is looked at: how far it is moved and enlarged, and the size of the pane in pixels. */
export interface View {
  x: number;
  y: number;
  zoom: number;
  width: number;
  height: number;
}

/** Tells of every move of the canvas, sixty times a second; what only moves with it is set there and not drawn anew. `paint` must be the same while it does the same. */
export function useView(paint: (view: View) => void) {
  const store = useStoreApi();
  useLayoutEffect(() => {
    let seen = "";
    const look = () => {
      const { transform: [x, y, zoom], width, height } = store.getState();
      const now = [x, y, zoom, width, height].join();
      if (now !== seen) paint({ x, y, zoom, width, height });
      seen = now;
    };
    look();
    return store.subscribe(look);
  }, [store, paint]);
}
