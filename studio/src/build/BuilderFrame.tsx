import "./build.css";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useParams } from "react-router";
import type { Problem } from "../api/problem";
import type { Draft } from "../api/types";
import { Wait } from "../parts/Wait";
import { Watching } from "../shell/Watching";
import { takeDraft } from "./ahead";
import { Builder } from "./Builder";
import { words } from "./words";

/** Loads the draft and opens it for editing. It is read anew whenever somebody comes in. */
export function BuilderFrame() {
  const { app = "" } = useParams();
  const draft = useQuery<Draft, Problem>({ queryKey: ["draft in the builder", app], queryFn: () => takeDraft(app), gcTime: 0, staleTime: Infinity });
  const title = (draft.data?.document.title as string | undefined) || app;
  useEffect(() => {
    document.title = words.builder(title);
  }, [title]);
  return <Watching><Wait query={draft} bones={8}>{it => <Builder key={app} app={app} draft={it} />}</Wait></Watching>;
}
