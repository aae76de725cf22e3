// The map in columns: what starts a journey, what it leads to at once, what comes later.
import type { Lead } from "./leads";

export interface Place {
  id: string;
  name: string;
  kind: "trigger" | "flow";
  type: string;
  steps: number;
}

const [COLUMN, ROW] = [300, 92];

export function columns({ places, ways }: { places: Place[]; ways: Lead[] }): Record<string, { x: number; y: number }> {
  const depth = depths(places, ways);
  const rows = new Map<string, number>();
  const spots: Record<string, { x: number; y: number }> = {};
  for (let column = 0; column <= Math.max(0, ...depth.values()); column++) {
    const wish = (it: Place) => mean(ways.filter(way => way.to === it.id && rows.has(way.from)).map(way => rows.get(way.from) ?? 0));
    const here = places.filter(it => depth.get(it.id) === column).map(it => ({ it, wish: wish(it) })).sort((a, b) => a.wish - b.wish);
    here.forEach(({ it }, at) => {
      const row = at - (here.length - 1) / 2;
      rows.set(it.id, row);
      spots[it.id] = { x: column * COLUMN, y: row * ROW };
    });
  }
  return spots;
}

const mean = (all: number[]) => (all.length === 0 ? 0 : all.reduce((sum, it) => sum + it, 0) / all.length);

/** How many ways it is from a trigger; what no trigger leads to begins in the second column. */
function depths(places: Place[], ways: Lead[]): Map<string, number> {
  const depth = new Map<string, number>(places.filter(it => it.kind === "trigger").map(it => [it.id, 0]));
  const follow = (begin: string[]) => {
    for (let open = begin; open.length > 0; ) {
      const next = ways.filter(way => open.includes(way.from) && !depth.has(way.to));
      for (const way of next) depth.set(way.to, (depth.get(way.from) ?? 0) + 1);
      open = [...new Set(next.map(way => way.to))];
    }
  };
  follow([...depth.keys()]);
  for (const it of places)
    if (!depth.has(it.id)) {
      depth.set(it.id, 1);
      follow([it.id]);
    }
  return depth;
}
