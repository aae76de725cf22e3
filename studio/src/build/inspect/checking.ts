// What the server says of an expression while it is typed: its type, its mistakes, what it may name, and its value.
import { useEffect, useRef, useState } from "react";
import { call } from "../../api/client";
import type { ExpressionView } from "../../api/types";
import type { Editor } from "../editor";
import { useEditor } from "../useEditor";
import { useTriedValues } from "./trying";

export type Checked = ExpressionView & { source: string };

export interface Asked {
  path: string;
  source: string;
  kind: "expression" | "template";
}

const QUIET = 250;
async function ask(editor: Editor, asked: Asked, values: Record<string, unknown>): Promise<Checked | undefined> {
  const body = { document: editor.get().doc, place: asked.path, source: asked.source, kind: asked.kind, values };
  return { ...(await call("post", "/api/v1/apps/{app}/draft/expressions", { path: { app: editor.app }, body })), source: asked.source };
}

/** Asks a moment after the last letter, and only while the field is being worked on; an answer to an older text is dropped. */
export function useChecked(asked: Asked, active: boolean): Checked | undefined {
  const editor = useEditor();
  const [checked, setChecked] = useState<Checked>();
  const first = useRef(true);
  const values = useTriedValues();
  const { path, source, kind } = asked;
  useEffect(() => {
    if (!active) return;
    let wanted = true;
    // At once when the field is come to, and never again: the whole document goes along, which letters in a row would wait for.
    const timer = setTimeout(() => {
      // Without an answer the field is as good as one in which nobody looks over the shoulder; saving tells the rest.
      ask(editor, { path, source, kind }, values).then(it => wanted && setChecked(it), () => undefined);
    }, first.current ? 0 : QUIET);
    first.current = false;
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [editor, path, source, kind, active, values]);
  return checked;
}
