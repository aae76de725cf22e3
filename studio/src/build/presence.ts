import { useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import { call } from "../api/client";
import type { Draft, Other } from "../api/types";
import { buildOf } from "./places";
import { same } from "./merge";
import { useEditor } from "./useEditor";

const EVERY = 10_000;

/** Says where I am, hears who else is here, and takes in what they save. */
export function useHere(app: string, read: () => Promise<Draft>): Other[] {
  const editor = useEditor();
  const { pathname } = useLocation();
  const [others, setOthers] = useState<Other[]>([]);
  const at = useRef("");
  const reading = useRef(read);
  useEffect(() => {
    at.current = decodeURIComponent(pathname.slice(buildOf(app).length + 1));
    reading.current = read;
  });
  useEffect(() => {
    const tick = async () => {
      if (document.visibilityState === "hidden") return;
      const here = await call("put", "/api/v1/apps/{app}/draft/here", { path: { app }, body: { at: at.current } });
      setOthers(before => (same(before, here.others) ? before : here.others));
      const { saving, revision } = editor.get();
      if (here.revision !== revision && saving !== "saving" && saving !== "conflict") editor.moved(await reading.current());
    };
    const quietly = () => void tick().catch(() => setOthers(before => (before.length === 0 ? before : [])));
    quietly();
    const timer = setInterval(quietly, EVERY);
    return () => clearInterval(timer);
  }, [app, editor]);
  return others;
}
