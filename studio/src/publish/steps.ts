import { useEffect, useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { address } from "../api/client";
import type { Release, Step } from "../api/types";

/** A release on its way, step by step as the server tells it. */
export function useSteps(app: string, release: string) {
  const [steps, setSteps] = useState<Step[]>([]);
  const [state, setState] = useState<Release["state"]>("sealed");
  const client = useQueryClient();
  useEffect(() => {
    const source = new EventSource(address("/api/v1/apps/{app}/releases/{release}/steps", { path: { app, release } }));
    source.addEventListener("open", () => setSteps([]));
    source.addEventListener("step", event => setSteps(before => [...before, JSON.parse(event.data) as Step]));
    source.addEventListener("state", event => {
      const now = JSON.parse(event.data) as Release["state"];
      setState(now);
      if (over(now)) {
        source.close();
        void client.invalidateQueries();
      }
    });
    return () => source.close();
  }, [app, release, client]);
  return { steps, state };
}

export const over = (state: Release["state"]) => !["sealed", "prepared", "proven"].includes(state);
