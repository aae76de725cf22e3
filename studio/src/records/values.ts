export type Stored = Record<string, unknown>;

/** A stored value as it is read and typed. */
export const shown = (value: unknown): string => (value === undefined || value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value));

/** What was typed, as its type; what does not fit goes as it is, for the server to say why. Nothing empties the field. */
export function typed(text: string, type: string): unknown {
  if (text === "") return null;
  if (type === "number") return Number.isNaN(Number(text)) ? text : Number(text);
  if (type === "boolean") return text === "true" ? true : text === "false" ? false : text;
  if (type !== "list" && type !== "object" && type !== "any") return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
