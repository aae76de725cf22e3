// A text that could not be read when somebody left it; it stands there again when they come back.
import { store } from "../../parts/stored";

export interface Left {
  text: string;
  /** What it was typed over. */
  base: unknown;
}

export interface Kept {
  take(): Left | undefined;
  put(left: Left): void;
}

export function keptFor(app: string, path: string[], place: Pick<Storage, "getItem" | "setItem" | "removeItem"> = window.sessionStorage): Kept {
  const key = `wayfare.script/${app}/${path.join("/")}`;
  return {
    take() {
      const left = place.getItem(key);
      place.removeItem(key);
      return left ? (JSON.parse(left) as Left) : undefined;
    },
    put: left => store(place, key, JSON.stringify(left)),
  };
}
