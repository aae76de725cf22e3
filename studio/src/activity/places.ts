import { useQueries } from "@tanstack/react-query";
import { call } from "../api/client";
import { useGet } from "../api/hooks";

/** Which app and profile a journey belongs to; what is not published any more goes without a name. */
export function usePlaces() {
  const apps = useGet("/api/v1/apps", { query: { limit: 100 } });
  const items = apps.data?.items ?? [];
  const lives = useQueries({
    queries: items.map(it => ({
      queryKey: ["/api/v1/apps/{app}/deployments", { app: it.name }, {}],
      queryFn: () => call("get", "/api/v1/apps/{app}/deployments", { path: { app: it.name } }),
    })),
  });
  const known = new Map(
    items.flatMap((app, at) =>
      (lives[at]?.data?.items ?? []).flatMap(it => (it.release ? [[it.release.deployment, { app: app.name, title: app.title, profile: it.name }] as const] : [])),
    ),
  );
  return { apps: items, of: (deployment: string) => known.get(deployment) };
}
