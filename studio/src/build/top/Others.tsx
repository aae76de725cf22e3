import type { Other } from "../../api/types";
import { called } from "../../parts/Tips";
import { words } from "../words";

const w = words.top;
const letters = (name: string) => name.split(/[\s@.]+/).filter(Boolean).slice(0, 2).map(it => it[0]?.toUpperCase()).join("");

/** Who else is building here, and where. */
export function Others({ all }: { all: Other[] }) {
  if (all.length === 0) return null;
  return (
    <ul className="others" aria-label={w.others}>
      {all.map(it => (
        <li key={it.name}>
          <span {...called(w.isAt(it.name, it.at))} role="img">{letters(it.name)}</span>
        </li>
      ))}
    </ul>
  );
}
