import { useGet } from "../api/hooks";

/** Environments by their id, as people call them. */
export function useEnvironments() {
  const all = useGet("/api/v1/environments");
  const items = all.data?.items ?? [];
  return {
    items,
    name: (id: string) => items.find(it => it.id === id)?.name ?? "",
    choices: items.map(it => ({ value: it.name, label: it.name })),
  };
}
