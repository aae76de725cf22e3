import type { ReactNode } from "react";
import "./figures.css";
import { Rows } from "../console/Cells";
import { words } from "../words";

const w = words.activity.figures;

export interface Series {
  name: string;
  /** One of the tokens of look.css. */
  colour: string;
  /** One for every label; undefined where there is nothing to tell. */
  values: (number | undefined)[];
}

interface Asked {
  title: string;
  /** What stands under each value, as `12 Nov`. */
  labels: string[];
  series: Series[];
  unit?: string;
  kind: "bars" | "lines";
}

/** Values over days: a drawing, its legend, and the same as a table. */
export function Chart({ title, labels, series, unit = "", kind }: Asked) {
  const top = peak(series, kind);
  const shown = (value: number) => `${value.toLocaleString("en")}${unit}`;
  return (
    <figure className="chart">
      <figcaption className="row small">{series.map(it => <span key={it.name} className="key" style={{ "--c": `var(${it.colour})` } as React.CSSProperties}>{it.name}</span>)}</figcaption>
      <div className="plot">
        <span className="axis small dim" aria-hidden><span>{shown(top)}</span><span>{shown(0)}</span></span>
        <svg viewBox={`0 0 ${labels.length * 10} 100`} preserveAspectRatio="none" role="img" aria-label={w.drawn(title, labels[0] ?? "", labels.at(-1) ?? "")}>
          <line x1="0" x2={labels.length * 10} y1="99.5" y2="99.5" className="ground" />
          {kind === "bars" ? <Bars series={series} top={top} labels={labels} shown={shown} /> : series.map(it => <Line key={it.name} of={it} top={top} />)}
        </svg>
      </div>
      <div className="feet small dim" aria-hidden><span>{labels[0]}</span><span>{labels.at(-1)}</span></div>
      <details className="small">
        <summary>{w.asTable}</summary>
        <Rows label={title} columns={[w.day, ...series.map(it => it.name)]}>
          {labels.map((label, at) => <tr key={label}><td>{label}</td>{series.map(it => <td key={it.name} data-label={it.name}>{it.values[at] === undefined ? "–" : shown(it.values[at])}</td>)}</tr>)}
        </Rows>
      </details>
    </figure>
  );
}

/** A round number that nothing is above: of the stacks, or of the lines. */
export function peak(series: Series[], kind: "bars" | "lines"): number {
  const count = Math.max(0, ...series.map(it => it.values.length));
  const at = (day: number) => series.map(it => it.values[day] ?? 0);
  const most = Math.max(1, ...Array.from({ length: count }, (_, day) => (kind === "bars" ? at(day).reduce((sum, it) => sum + it, 0) : Math.max(...at(day)))));
  const size = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map(it => it * size).find(it => it >= most) ?? most;
}

function Bars({ series, top, labels, shown }: { series: Series[]; top: number; labels: string[]; shown: (value: number) => string }) {
  return labels.map((label, day) => {
    let y = 100;
    const parts: ReactNode[] = series.map(it => {
      const height = ((it.values[day] ?? 0) / top) * 100;
      y -= height;
      return height > 0 && <rect key={it.name} x={day * 10 + 1.5} width="7" y={y} height={height} fill={`var(${it.colour})`} />;
    });
    return (
      <g key={label}>
        <title>{`${label}: ${series.map(it => `${it.name} ${shown(it.values[day] ?? 0)}`).join(", ")}`}</title>
        <rect x={day * 10} width="10" y="0" height="100" fill="transparent" />
        {parts}
      </g>
    );
  });
}

function Line({ of, top }: { of: Series; top: number }) {
  const points = of.values.flatMap((value, day) => (value === undefined ? [] : [[day * 10 + 5, 100 - (value / top) * 100] as const]));
  const line = { fill: "none", stroke: `var(${of.colour})`, strokeLinejoin: "round", strokeLinecap: "round", vectorEffect: "non-scaling-stroke" } as const;
  return (
    <g>
      <polyline points={points.map(it => it.join(",")).join(" ")} strokeWidth="2" {...line} />
      {points.map(([x, y]) => <line key={x} x1={x} x2={x} y1={y} y2={y} strokeWidth="7" {...line} />)}
    </g>
  );
}
