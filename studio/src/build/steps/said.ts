// Small help for what cards say: documents may be half written, so nothing is taken for granted.
export const said = (it: unknown, otherwise: string): string => (it === undefined || it === null || String(it).trim() === "" ? otherwise : String(it));

export const names = (it: unknown): string => Object.keys((it as object | null | undefined) ?? {}).join(", ");

/** Named expressions as lines: `tries = tries + 1`. */
export const becomes = (values: unknown): string =>
  Object.entries((values as Record<string, unknown> | null | undefined) ?? {}).map(([name, value]) => `${name} = ${said(value, "?")}`).join("\n");

export const list = (it: unknown): unknown[] => (Array.isArray(it) ? it : []);
