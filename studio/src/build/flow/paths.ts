const [OUT, ABOVE, ROUND] = [28, 34, 14];

interface Ends {
  sourceX: number;
  sourceY: number;
  targetX: number;
  targetY: number;
}

/** A way back: over both cards, not through them. `top` is where the higher of them begins. */
export function backPath({ sourceX, sourceY, targetX, targetY }: Ends, top: number): [path: string, x: number, y: number] {
  const [lane, right, left, r] = [top - ABOVE, sourceX + OUT, targetX - OUT, ROUND];
  const path = `M${sourceX},${sourceY} H${right - r} q${r},0 ${r},${-r} V${lane + r} q0,${-r} ${-r},${-r} H${left + r} q${-r},0 ${-r},${r} V${targetY - r} q0,${r} ${r},${r} H${targetX}`;
  return [path, (right + left) / 2, lane];
}
