import { QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Answer, type Ask, call, type PathOf } from "./client";
import { Problem } from "./problem";

export const makeClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (times, why) => times < 2 && (!(why instanceof Problem) || why.status === 0 || why.status >= 500),
      },
    },
  });

const key = (path: string, ask: Ask) => [path, ask.path ?? {}, ask.query ?? {}];

interface Wishes {
  enabled?: boolean;
  every?: number;
}

/** Reads one answer of the API and keeps it until something is changed. */
export function useGet<P extends PathOf<"get">>(path: P, ask: Ask = {}, { enabled = true, every }: Wishes = {}) {
  return useQuery<Answer<"get", P>, Problem>({
    queryKey: key(path, ask),
    queryFn: () => call("get", path, ask),
    enabled,
    refetchInterval: every,
  });
}

/** Asks for what every screen needs, while the code of the screen is still on its way. */
export const askFirst = <P extends PathOf<"get">>(client: QueryClient, path: P) =>
  void client.prefetchQuery({ queryKey: key(path, {}), queryFn: () => call("get", path, {}) });

interface Listed<T> {
  items: T[];
  next_cursor?: string;
}

/** Reads a long list page by page, newest first. */
export function usePages<P extends PathOf<"get">>(path: P, ask: Ask = {}) {
  type Item = Answer<"get", P> extends { items: (infer T)[] } ? T : never;
  const pages = useInfiniteQuery<Listed<Item>, Problem, { items: Item[] }, unknown[], string | undefined>({
    queryKey: [...key(path, ask), "pages"],
    queryFn: ({ pageParam }) =>
      call("get", path, { ...ask, query: { ...ask.query, cursor: pageParam } }) as Promise<unknown> as Promise<Listed<Item>>,
    initialPageParam: undefined,
    getNextPageParam: last => last.next_cursor,
    select: all => ({ items: all.pages.flatMap(it => it.items) }),
  });
  return pages;
}

/** Does something, and has everything on the screen read anew afterwards. */
export function useAct<In, Out>(act: (wish: In) => Promise<Out>, then?: (out: Out) => void) {
  const client = useQueryClient();
  return useMutation<Out, Problem, In>({
    mutationFn: act,
    onSuccess: out => {
      void client.invalidateQueries();
      then?.(out);
    },
  });
}
