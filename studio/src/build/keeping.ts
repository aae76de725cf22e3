import { useEffect } from "react";
import { useEditor } from "./useEditor";

/** Nothing typed is lost by leaving: what waits is saved on the way out, and where that is not possible the browser asks first. */
export function useKeeping() {
  const editor = useEditor();
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (editor.get().saving === "saved") return;
      void editor.flush();
      event.preventDefault();
    };
    const hidden = () => void (document.visibilityState === "hidden" && editor.flush());
    window.addEventListener("beforeunload", ask);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      window.removeEventListener("beforeunload", ask);
      document.removeEventListener("visibilitychange", hidden);
      void editor.flush();
    };
  }, [editor]);
}
