import { getNonce } from "get-nonce";
import { type ReactNode, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import customer from "../../../../server/src/main/resources/static/customer/customer.css?raw";
import { useDoc } from "../useEditor";
import { rootOf } from "./palette";
import marks from "./sheet.css?raw";

const EMPTY = '<!doctype html><html><head><meta charset="utf-8"><title>Page</title></head><body class="page"></body></html>';
const LEAST = 480;

interface FrameIs {
  title: string;
  width: number;
  scale: number;
  night: boolean;
  children: ReactNode;
}

/** A window of its own for the page, so that the customer's stylesheet sees the width that it will see, and nothing else. */
export function Frame({ title, width, scale, night, children }: FrameIs) {
  const theme = useDoc(doc => doc.theme);
  const [body, setBody] = useState<HTMLElement>();
  const [height, setHeight] = useState(LEAST);
  const root = rootOf(theme, night);
  const language = theme?.language ?? "en";
  useEffect(() => {
    const head = body?.ownerDocument.head;
    if (!head) return;
    const style = body.ownerDocument.createElement("style");
    style.nonce = getNonce() ?? "";
    style.textContent = root + customer + marks;
    head.append(style);
    return () => style.remove();
  }, [body, root]);
  useEffect(() => {
    body?.ownerDocument.documentElement.setAttribute("lang", language);
  }, [body, language]);
  useEffect(() => {
    if (!body) return;
    const seen = new ResizeObserver(() => setHeight(Math.max(LEAST, Math.ceil(body.scrollHeight))));
    seen.observe(body);
    return () => seen.disconnect();
  }, [body]);
  return (
    <div className="page-window" style={{ width: width * scale, height: height * scale }}>
      <iframe title={title} srcDoc={EMPTY} onLoad={event => setBody(event.currentTarget.contentDocument?.body)} style={{ width, height, transform: scale === 1 ? undefined : `scale(${scale})`, colorScheme: night ? "dark" : "light" }} />
      {body && createPortal(children, body)}
    </div>
  );
}
