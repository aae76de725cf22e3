// What is looked for stands in the address: it can be sent to somebody, and going back works.
import { useSearchParams } from "react-router";

const FIELDS = ["app", "profile", "release", "channel", "status", "contact", "errors", "from", "until"] as const;
export type Field = (typeof FIELDS)[number];
export type Filter = Partial<Record<Field, string>>;

/** What the API is asked: days as they begin and end here, in its own times. */
export function asked(filter: Filter): Record<string, string | undefined> {
  const day = (written: string | undefined, plus: number) => {
    if (!written || !/^\d{4}-\d{2}-\d{2}$/.test(written)) return undefined;
    const [year = 0, month = 1, date = 1] = written.split("-").map(Number);
    return new Date(year, month - 1, date + plus).toISOString();
  };
  return { ...filter, from: day(filter.from, 0), until: day(filter.until, 1) };
}

export function useFilter(): { filter: Filter; set: (part: Filter) => void; clear: () => void } {
  const [query, setQuery] = useSearchParams();
  const filter = Object.fromEntries(FIELDS.map(it => [it, query.get(it) ?? ""]).filter(([, value]) => value)) as Filter;
  const set = (part: Filter) =>
    setQuery(before => {
      const after = new URLSearchParams(before);
      for (const [name, value] of Object.entries(part)) if (value) after.set(name, value);
      else after.delete(name);
      return after;
    }, { replace: true });
  return { filter, set, clear: () => setQuery({}, { replace: true }) };
}
