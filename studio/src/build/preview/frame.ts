// A customer's page in a frame: as the server drew it, with the one style that the studio's policy lets in, and no script.

/** What stands in the frame. The style carries the word of this page's policy, as a frame without an address inherits it. */
export function framed(html: string, nonce: string): string {
  return html
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, "")
    .replace(/<link rel="icon"[^>]*>/g, "")
    .replace(/ autofocus(?=[ >])/g, " data-focus")
    .replace("<style>", nonce ? `<style nonce="${nonce.replace(/[^\w+/=-]/g, "")}">` : "<style>");
}

export interface Sent {
  fields: Record<string, string[]>;
  button?: string;
}

/** A form as a browser would send it; of a file only what it is, for nothing is uploaded here. */
export function sent(form: HTMLFormElement, by: HTMLElement | null): Sent {
  const fields: Record<string, string[]> = {};
  let files = 0;
  for (const [name, value] of new FormData(form)) {
    if (name.startsWith("_")) continue;
    const text = typeof value === "string" ? value : value.size > 0 ? `file-${++files}|${value.name}|${value.type || "application/octet-stream"}|${value.size}` : undefined;
    if (text !== undefined) (fields[name] ??= []).push(text);
  }
  const button = by?.getAttribute("name") === "_button" ? (by.getAttribute("value") ?? undefined) : undefined;
  return button === undefined ? { fields } : { fields, button };
}

/** Shows and hides what depends on the answers, as the page's own script does. */
export function reveal(doc: Document, visible: string[]) {
  for (const part of doc.querySelectorAll<HTMLElement>("[data-control]"))
    if (!part.closest(".address [data-control]")) part.hidden = !visible.includes(part.dataset.control ?? "");
}

/** Hears what is done on the page: a form sent, an answer changed. Links lead nowhere but within the page. */
export function listen(doc: Document, send: (it: Sent) => void, typed: (it: Sent) => void) {
  doc.querySelector<HTMLElement>("[data-focus]")?.focus();
  doc.addEventListener("submit", event => {
    event.preventDefault();
    send(sent(event.target as HTMLFormElement, event.submitter));
  });
  doc.addEventListener("change", event => {
    const form = (event.target as HTMLElement).closest("form");
    if (form) typed(sent(form, null));
  });
  doc.addEventListener("click", event => {
    const link = (event.target as Element).closest("a");
    if (!link) return;
    event.preventDefault();
    const within = link.getAttribute("href")?.startsWith("#") ? doc.getElementById(link.getAttribute("href")!.slice(1)) : null;
    within?.focus();
    within?.scrollIntoView({ block: "center" });
  });
}
