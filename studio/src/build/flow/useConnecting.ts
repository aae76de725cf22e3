import { useStoreApi } from "@xyflow/react";
import { XYHandle } from "@xyflow/system";
import { type RefObject, useEffect } from "react";

/** Draws a way from a handle that is dragged, and says of a source that was only clicked or tapped which it was. One ear for all handles of the canvas. */
export function useConnecting(box: RefObject<HTMLDivElement | null>, onTap: (step: string, key: string) => void) {
  const store = useStoreApi();
  useEffect(() => {
    const canvas = box.current;
    if (!canvas) return;
    const begin = (event: MouseEvent | TouchEvent) => {
      const handle = handleOf(event);
      if (!handle || ("button" in event && event.button !== 0)) return;
      const now = store.getState();
      XYHandle.onPointerDown(event, {
        ...now, flowId: now.rfId, handleDomNode: handle, handleId: handle.dataset.handleid ?? null, nodeId: handle.dataset.nodeid ?? "", isTarget: handle.classList.contains("target"),
        dragThreshold: now.connectionDragThreshold, getTransform: () => store.getState().transform, getFromHandle: () => store.getState().connection.fromHandle,
        onConnect: way => store.getState().onConnect?.(way), onConnectEnd: (...end) => store.getState().onConnectEnd?.(...end),
      });
    };
    const tap = (event: MouseEvent) => {
      const handle = handleOf(event);
      if (handle?.classList.contains("source")) onTap(handle.dataset.nodeid ?? "", handle.dataset.handleid ?? "next");
    };
    canvas.addEventListener("mousedown", begin);
    canvas.addEventListener("touchstart", begin, { passive: true });
    canvas.addEventListener("click", tap);
    const ends = store.subscribe(shown(canvas));
    return () => {
      canvas.removeEventListener("mousedown", begin);
      canvas.removeEventListener("touchstart", begin);
      canvas.removeEventListener("click", tap);
      ends();
    };
  }, [box, store, onTap]);
}

const handleOf = (event: Event) => (event.target as Element).closest<HTMLElement>(".react-flow__handle");

type State = ReturnType<ReturnType<typeof useStoreApi>["getState"]>;

/** Says to the stylesheet that a way is drawn, from which kind of handle, and which one it would come to. */
function shown(canvas: HTMLElement) {
  let seen: State["connection"] | undefined;
  let to: Element | null = null;
  return ({ connection, rfId }: State) => {
    if (connection === seen) return;
    seen = connection;
    const end = connection.inProgress ? connection.toHandle : null;
    if (connection.inProgress) canvas.dataset.connecting = connection.fromHandle.type;
    else delete canvas.dataset.connecting;
    to?.removeAttribute("data-reached");
    to = end && canvas.querySelector(`[data-id="${rfId}-${end.nodeId}-${end.id}-${end.type}"]`);
    to?.setAttribute("data-reached", "");
  };
}
