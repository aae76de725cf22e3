import { partsOf } from "../segments";

/** A text as its editor will show it; where the focus is put there, it goes on to the editor. */
export function plain({ value, kind, hint }: { value: string; kind?: "expression" | "template"; hint?: string }): HTMLElement {
  const it = document.createElement("div");
  it.className = "code-plain";
  it.tabIndex = -1;
  if (value === "") it.append(part("cm-placeholder", hint ?? ""));
  else if (kind === "template") it.append(...partsOf(value).map((one, at) => (at % 2 ? part("cm-hole", one) : one)));
  else it.append(value);
  return it;
}

function part(className: string, text: string) {
  const it = document.createElement("span");
  it.className = className;
  it.textContent = text;
  return it;
}
