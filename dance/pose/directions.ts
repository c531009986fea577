import { SEGMENTS, TRUNK } from "./body.ts";
import { CELL_RATE, type Cells } from "./cells.ts";

/** Share of a cell that must have been seen. */
const ENOUGH = 0.4 / CELL_RATE;
const S = SEGMENTS.length;

/**
 * Where every segment pointed in every cell: vectors in units of the segment's own length, so that bodies of any
 * proportion compare; segment-major (segment * count + cell). A vector is 0, 0 where the segment was unseen.
 */
export interface Directions {
  readonly count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly seen: Uint8Array;
  /** Length of every segment in picture heights, 0 where it was never seen. */
  readonly lengths: Float64Array;
}

/** The directions of all segments over `cells`. */
export function directionsOf(cells: Cells): Directions {
  const n = cells.count;
  const out = {
    count: n,
    x: new Float64Array(S * n),
    y: new Float64Array(S * n),
    seen: new Uint8Array(S * n),
    lengths: new Float64Array(S),
  };
  for (let s = 0; s < S; s++) fill(cells, s, out);
  return out;
}

function fill(cells: Cells, s: number, out: Directions): void {
  const n = cells.count;
  const segment = SEGMENTS[s];
  if (segment === undefined) return;
  const [a, b] = [segment.from[0] * n, segment.from[1] * n];
  const [c, d] = [segment.to[0] * n, segment.to[1] * n];
  const { sumX, sumY, seconds } = cells;
  const at0 = s * n;
  for (let i = 0; i < n; i++) {
    const wa = seconds[a + i] as number;
    const wb = seconds[b + i] as number;
    const wc = seconds[c + i] as number;
    const wd = seconds[d + i] as number;
    if (wa < ENOUGH || wb < ENOUGH || wc < ENOUGH || wd < ENOUGH) continue;
    const x =
      (sumX[c + i] as number) / wc +
      (sumX[d + i] as number) / wd -
      (sumX[a + i] as number) / wa -
      (sumX[b + i] as number) / wb;
    const y =
      (sumY[c + i] as number) / wc +
      (sumY[d + i] as number) / wd -
      (sumY[a + i] as number) / wa -
      (sumY[b + i] as number) / wb;
    out.x[at0 + i] = x / 2;
    out.y[at0 + i] = y / 2;
    out.seen[at0 + i] = 1;
  }
  scale(out, s, longLength(out, s));
}

/** The length that nine tenths of the cells do not exceed: the segment as it looks when it lies in the picture's plane. */
function longLength(out: Directions, s: number): number {
  const lengths: number[] = [];
  const at0 = s * out.count;
  const step = Math.max(1, Math.floor(out.count / 512));
  for (let i = 0; i < out.count; i += step) {
    if (out.seen[at0 + i] === 0) continue;
    const x = out.x[at0 + i] as number;
    const y = out.y[at0 + i] as number;
    lengths.push(Math.sqrt(x * x + y * y));
  }
  if (lengths.length === 0) return 0;
  const sorted = Float64Array.from(lengths).sort();
  return sorted[Math.floor(sorted.length * 0.9)] as number;
}

function scale(out: Directions, s: number, length: number): void {
  out.lengths[s] = length;
  const by = length > 1e-6 ? 1 / length : 0;
  for (let i = s * out.count; i < (s + 1) * out.count; i++) {
    (out.x[i] as number) *= by;
    (out.y[i] as number) *= by;
  }
}

/** The mean direction of the trunk as a unit vector (up is 0, -1), or null where it was never seen. */
export function meanTrunk(of: Directions): readonly [number, number] | null {
  let x = 0;
  let y = 0;
  for (let i = TRUNK * of.count; i < (TRUNK + 1) * of.count; i++) {
    x += of.x[i] as number;
    y += of.y[i] as number;
  }
  const length = Math.sqrt(x * x + y * y);
  return length > 1e-6 ? [x / length, y / length] : null;
}

/** Turns all directions in place by the angle whose cosine and sine are given. */
export function turn(of: Directions, cos: number, sin: number): void {
  for (let i = 0; i < of.x.length; i++) {
    const x = of.x[i] as number;
    const y = of.y[i] as number;
    of.x[i] = cos * x - sin * y;
    of.y[i] = sin * x + cos * y;
  }
}
