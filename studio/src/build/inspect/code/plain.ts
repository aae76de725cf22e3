import { partsOf } from "../segments";

/** A text as its editor will show it; where the focus is put there, it goes on to the editor. */
export function plain(text: string, { kind, hint }: { kind?: "expression" | "template"; hint?: string }): HTMLElement {
  const it = document.createElement("div");
  it.className = "code-plain";
  it.tabIndex = -1;
  if (text === "") it.append(part("cm-placeholder", hint ?? ""));
  else if (kind === "template") it.append(...partsOf(text).map((one, at) => (at % 2 ? part("cm-hole", one) : one)));
  else it.append(text);
  return it;
}

function part(className: string, text: string) {
  const it = document.createElement("span");
  it.className = className;
  it.textContent = text;
  return it;
}
