// Plain texts that name something: what the document or the browser knows of that kind.
import { type AppDocument, at } from "../document";
import type { Scope } from "./scope";

type Offer = (doc: AppDocument) => string[];

const stepsWith = (doc: AppDocument, ...types: string[]) => Object.values(doc.flows ?? {}).flatMap(flow => Object.values(flow.steps ?? {}).filter(it => types.includes(it.type)));
const once = (all: unknown[]) => [...new Set(all.filter((it): it is string => typeof it === "string" && it !== ""))];
const named = (field: string, ...types: string[]): Offer => doc => once(stepsWith(doc, ...types).map(it => (it as unknown as Record<string, unknown>)[field]));
const zones: Offer = () => Intl.supportedValuesOf("timeZone");

/** The fields that the records of a step have. */
const fieldsOfRecord = (thing: string): Offer => doc => {
  const record = (at(doc, thing) as { record?: string } | undefined)?.record;
  return Object.keys((doc.records?.[record ?? ""] as { fields?: object } | undefined)?.fields ?? {});
};

export function suggestions({ thing, type }: Scope, field: string): Offer | undefined {
  if (field === "time_zone") return zones;
  if (type === undefined) return undefined;
  if (field === "hours") return doc => Object.keys(doc.hours ?? {});
  if (type === "records" && field === "record") return doc => Object.keys(doc.records ?? {});
  if (type === "records" && field === "field") return fieldsOfRecord(thing);
  if (type === "http" && field === "connection") return named("connection", "http");
  if (type === "email" && field === "from") return named("from", "email");
  if ((type === "timer" || type === "cancel_timer") && field === "name") return named("name", "timer", "cancel_timer");
  return undefined;
}
