import { Button } from "@mantine/core";
import { Link } from "react-router";
import { useGet, usePages } from "../api/hooks";
import type { Profile, Token } from "../api/types";
import { Card } from "../parts/Page";
import { State } from "../parts/State";
import { words } from "../words";

const w = words.settings;

export interface Door {
  name: string;
  /** What a token needs one of; none: everybody may call. */
  scopes: string[];
}

/** Who may call the app's API triggers under this profile: tokens by the groups that the triggers name. */
export function Programs({ app, of }: { app: string; of: Profile }) {
  const draft = useGet("/api/v1/apps/{app}/draft", { path: { app } });
  const tokens = usePages("/api/v1/tokens");
  const doors = doorsOf(app, draft.data?.document);
  if (doors.length === 0) return null;
  return (
    <Card title={w.programs}>
      <ul className="list">
        {doors.map(door => (
          <li key={door.name} className="row" style={{ alignItems: "flex-start" }}>
            <span style={{ flex: "1 1 180px" }}>
              <strong>{door.name}</strong>
              <div className="small dim mono breaks">{door.scopes.join(" ")}</div>
            </span>
            <Who door={door} tokens={(tokens.data?.items ?? []).filter(it => opens(it, door, of.environment.id))} environment={of.environment.name} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Who({ door, tokens, environment }: { door: Door; tokens: Token[]; environment: string }) {
  const [scope] = door.scopes;
  if (!scope) return <span style={{ flex: "1 1 240px" }}><State look="live">{w.everybody}</State></span>;
  return (
    <span style={{ flex: "1 1 240px" }}>
      {tokens.length === 0 ? <State look="draft">{w.nobody}</State> : <span className="breaks">{tokens.map(it => it.name).join(", ")}</span>}
      <div>
        <Button component={Link} variant="subtle" size="compact-sm" to={`/tokens?${new URLSearchParams({ new: "", scope, environment })}`}>{w.newToken}</Button>
      </div>
    </span>
  );
}

export function opens(token: Pick<Token, "scopes" | "environment">, door: Door, environment: string | undefined): boolean {
  return (!token.environment || token.environment === environment) && (token.scopes.includes("*") || door.scopes.some(it => token.scopes.includes(it)));
}

export function doorsOf(app: string, document: Record<string, unknown> | undefined): Door[] {
  const triggers = Object.entries((document?.triggers ?? {}) as Record<string, { type?: string; auth?: string; groups?: string[] }>);
  return triggers
    .filter(([, it]) => it.type === "api")
    .map(([name, { auth = "token", groups = [] }]) => ({
      name,
      scopes: auth === "public" ? [] : auth === "group" ? groups.map(it => `group:${it}`) : [`app:${app}`],
    }));
}
