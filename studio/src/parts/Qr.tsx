import { encode } from "uqr";

/** A code for a phone's camera, drawn as one path. */
export function Qr({ value, label, size = 168 }: { value: string; label: string; size?: number }) {
  const { data, size: cells } = encode(value, { border: 1 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg className="qr" role="img" aria-label={label} width={size} height={size} viewBox={`0 0 ${cells} ${cells}`} shapeRendering="crispEdges">
      <path d={path} fill="#14213d" />
    </svg>
  );
}
