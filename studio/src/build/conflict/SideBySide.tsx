import { MergeView } from "@codemirror/merge";
import { yaml } from "@codemirror/lang-yaml";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { getNonce } from "get-nonce";
import { useEffect, useRef } from "react";
import type { AppDocument } from "../document";
import { print } from "../script/print";
import { words } from "../words";

const w = words.conflict;
const text = (doc: AppDocument) => print({ ...doc, canvas: undefined });

/** Both documents as script; what is the same is folded away. */
export function SideBySide({ mine, theirs }: { mine: AppDocument; theirs: AppDocument }) {
  const at = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const side = (label: string) => [yaml(), EditorView.editable.of(false), EditorState.readOnly.of(true), EditorView.lineWrapping, EditorView.cspNonce.of(getNonce() ?? ""), EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" })];
    const view = new MergeView({ a: { doc: text(theirs), extensions: side(w.theirsSide) }, b: { doc: text(mine), extensions: side(w.mineSide) }, parent: at.current as HTMLElement, collapseUnchanged: { margin: 2, minSize: 5 }, gutter: false });
    return () => view.destroy();
  }, [mine, theirs]);
  return (
    <div>
      <div className="sidenames"><h3>{w.theirsSide}</h3><h3>{w.mineSide}</h3></div>
      <div className="sidebyside" ref={at} />
    </div>
  );
}
