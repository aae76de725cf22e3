// The one way to the API: typed by its description, with the word against forged requests on everything that writes.
import { words } from "../words";
import type { paths } from "./schema";
import type { Spelled } from "./types";
import { offline, read } from "./problem";

type Method = "get" | "post" | "put" | "patch" | "delete";
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, { responses: unknown }> ? P : never;
}[keyof paths];

type Generated<M extends Method, P extends keyof paths> = paths[P] extends Record<M, { responses: infer R }>
  ? R extends Record<200 | 201, infer Ok> | Record<200, infer Ok> | Record<201, infer Ok>
    ? Ok extends { content: { "application/json": infer T } }
      ? T
      : undefined
    : undefined
  : never;

export type Answer<M extends Method, P extends keyof paths> = `${M} ${P & string}` extends keyof Spelled
  ? Spelled[`${M} ${P & string}`]
  : Generated<M, P>;

export interface Ask {
  path?: Record<string, string | number>;
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
  /** The revision that the change is made on, as `r12`. */
  seen?: string;
  type?: string;
  accept?: string;
}

const csrf = () => /(?:^|;\s*)(?:__Host-)?wayfare_csrf=([^;]+)/.exec(document.cookie)?.[1] ?? "";

export function address(path: string, ask: Ask = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(ask.path?.[name] ?? "")));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(ask.query ?? {}))
    if (value !== undefined && value !== "") query.set(name, String(value));
  return query.size ? `${filled}?${query}` : filled;
}

export async function send(method: Method, path: string, ask: Ask = {}): Promise<Response> {
  const headers: Record<string, string> = { Accept: ask.accept ?? "application/json" };
  if (method !== "get") headers["X-CSRF-Token"] = csrf();
  if (ask.body !== undefined) headers["Content-Type"] = ask.type ?? "application/json";
  if (ask.seen) headers["If-Match"] = `"${ask.seen}"`;
  const body = ask.body === undefined || typeof ask.body === "string" ? ask.body : JSON.stringify(ask.body);
  const answer = await fetch(address(path, ask), { method: method.toUpperCase(), headers, body: body as string }).catch(() => {
    throw offline(words.offline);
  });
  if (answer.status === 401) window.location.assign("/sign-in");
  if (!answer.ok) throw await read(answer);
  return answer;
}

export async function call<M extends Method, P extends PathOf<M>>(method: M, path: P, ask: Ask = {}): Promise<Answer<M, P>> {
  const answer = await send(method, path, ask);
  const text = await answer.text();
  return (text ? JSON.parse(text) : undefined) as Answer<M, P>;
}
