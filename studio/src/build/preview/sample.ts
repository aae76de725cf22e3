type Schema = { type?: string | string[]; properties?: Record<string, Schema>; items?: Schema; enum?: unknown[]; const?: unknown; default?: unknown; examples?: unknown[]; format?: string };

const texts: Record<string, string> = { date: "2026-12-01", time: "09:30", "date-time": "2026-12-01T09:30:00Z", email: "ada@example.com", uri: "https://example.com" };

/** A value as a schema asks for, to begin with. */
export function sample(schema: unknown): unknown {
  const it = (schema ?? {}) as Schema;
  if (it.const !== undefined) return it.const;
  const given = it.default ?? it.examples?.[0] ?? it.enum?.[0];
  if (given !== undefined) return given;
  switch (Array.isArray(it.type) ? it.type[0] : it.type) {
    case "array": return it.items ? [sample(it.items)] : [];
    case "string": return texts[it.format ?? ""] ?? "";
    case "number":
    case "integer": return 0;
    case "boolean": return false;
    case "null": return null;
    default: return Object.fromEntries(Object.entries(it.properties ?? {}).map(([name, inner]) => [name, sample(inner)]));
  }
}
