// Variables, values and fields are declared alike: `order: text`, or `order: {type: text, default: …, note: …}`.
export const TYPES = ["text", "number", "boolean", "date", "time", "moment", "email", "phone", "url", "money", "address", "file", "list", "object", "secret", "any"] as const;
export type TypeName = (typeof TYPES)[number];

export interface Declared {
  type: TypeName;
  required?: boolean;
  default?: unknown;
  note?: string;
}

export type Declarations = Record<string, TypeName | Declared>;

export const declared = (it: TypeName | Declared): Declared => (typeof it === "string" ? { type: it } : it);

/** As short as it can be written. */
export function brief({ type, required, default: usual, note }: Declared): TypeName | Declared {
  const rest = { ...(required ? { required } : {}), ...(usual === undefined || usual === "" ? {} : { default: usual }), ...(note ? { note } : {}) };
  return Object.keys(rest).length === 0 ? type : { type, ...rest };
}

/** What somebody typed, as the value of this type; as it was typed if it does not fit, so that the problem says so. */
export function valueOf(text: string, type: TypeName): unknown {
  if (text.trim() === "") return undefined;
  if (type === "number") return Number.isFinite(Number(text)) ? Number(text) : text;
  if (type === "boolean") return text === "true" ? true : text === "false" ? false : text;
  if (type === "list" || type === "object" || type === "address" || type === "any") return json(text);
  return text;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

export const textOf = (value: unknown) => (value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value));
