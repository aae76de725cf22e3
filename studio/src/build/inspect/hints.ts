// Names that are expected in a map: inputs of the flow that is run, fields of the record, variables to set.
import { type AppDocument, at } from "../document";
import { variablesOf } from "./names";

export function hintsFor(doc: AppDocument, thing: string, field: string): string[] {
  const it = (at(doc, thing) ?? {}) as { type?: string; flow?: string; record?: string };
  if (field === "with") return Object.keys(doc.flows?.[it.flow ?? ""]?.inputs ?? {});
  if (field !== "values") return [];
  if (it.type === "records") return Object.keys((doc.records?.[it.record ?? ""] as { fields?: object } | undefined)?.fields ?? {});
  return it.type === "set" ? variablesOf(doc, doc.flows?.[thing.split("/")[1] ?? ""]).map(one => one.name) : [];
}
