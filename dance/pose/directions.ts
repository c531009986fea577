import { JOINTS, SEGMENTS, TRUNK } from "./body.ts";
import { CELL_RATE, type Cells } from "./cells.ts";

/** Share of a cell that must have been seen. */
const ENOUGH = 0.4 / CELL_RATE;
/** The segment as long as it looks when it lies in the picture's plane: the length that 97 % of cells do not exceed. */
const LONG = 0.97;
/** Lengths are taken from at most so many cells, evenly spread. */
const LENGTH_SAMPLES = 512;
const S = SEGMENTS.length;
const J = JOINTS.length;

/**
 * Where every segment pointed in every cell: vectors in units of the segment's own length, so that bodies of any
 * proportion compare; cell-major (cell * 11 + segment). A vector is 0, 0 where the segment was unseen.
 */
export interface Directions {
  /** How many cells. */
  readonly count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** 1 where the segment was seen, else 0. */
  readonly seen: Uint8Array;
}

/** The directions of all segments over `cells`, smoothed by (1 2 1)/4 over neighbouring cells. */
export function directionsOf(cells: Cells): Directions {
  const n = cells.count;
  const joints = smoothed(cells);
  const out = { count: n, x: new Float64Array(S * n), y: new Float64Array(S * n), seen: new Uint8Array(S * n) };
  for (let s = 0; s < S; s++) {
    fill(joints, n, s, out);
    scale(out, s);
  }
  return out;
}

interface Joints {
  /** Joint-major; NaN where unseen. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

function smoothed(cells: Cells): Joints {
  const n = cells.count;
  const x = new Float64Array(J * n);
  const y = new Float64Array(J * n);
  for (let j = 0; j < J; j++) {
    smooth(cells.sumX, cells.seconds, j * n, n, x);
    smooth(cells.sumY, cells.seconds, j * n, n, y);
  }
  return { x, y };
}

function smooth(sum: Float64Array, seconds: Float64Array, at0: number, n: number, out: Float64Array): void {
  let before = Number.NaN;
  let here = mean(sum, seconds, at0);
  for (let i = 0; i < n; i++) {
    const after = i + 1 < n ? mean(sum, seconds, at0 + i + 1) : Number.NaN;
    const a = Number.isNaN(before) ? here : before;
    const b = Number.isNaN(after) ? here : after;
    out[at0 + i] = (a + 2 * here + b) / 4;
    before = here;
    here = after;
  }
}

function mean(sum: Float64Array, seconds: Float64Array, at: number): number {
  const told = seconds[at] as number;
  return told >= ENOUGH ? (sum[at] as number) / told : Number.NaN;
}

function fill(joints: Joints, n: number, s: number, out: Directions): void {
  const segment = SEGMENTS[s];
  if (segment === undefined) return;
  const [a, b] = [segment.from[0] * n, segment.from[1] * n];
  const [c, d] = [segment.to[0] * n, segment.to[1] * n];
  const { x, y } = joints;
  for (let i = 0; i < n; i++) {
    const dx = ((x[c + i] as number) + (x[d + i] as number) - (x[a + i] as number) - (x[b + i] as number)) / 2;
    if (Number.isNaN(dx)) continue;
    const at = i * S + s;
    out.x[at] = dx;
    out.y[at] = ((y[c + i] as number) + (y[d + i] as number) - (y[a + i] as number) - (y[b + i] as number)) / 2;
    out.seen[at] = 1;
  }
}

function scale(out: Directions, s: number): void {
  const length = longLength(out, s);
  const by = length > 1e-6 ? 1 / length : 0;
  for (let at = s; at < out.x.length; at += S) {
    (out.x[at] as number) *= by;
    (out.y[at] as number) *= by;
  }
}

function longLength(out: Directions, s: number): number {
  const step = Math.max(1, Math.floor(out.count / LENGTH_SAMPLES)) * S;
  const lengths = new Float64Array(Math.ceil(out.x.length / step));
  let n = 0;
  for (let at = s; at < out.x.length; at += step) {
    if (out.seen[at] === 0) continue;
    const x = out.x[at] as number;
    const y = out.y[at] as number;
    lengths[n++] = Math.sqrt(x * x + y * y);
  }
  const sorted = lengths.subarray(0, n).sort();
  return n > 0 ? (sorted[Math.min(n - 1, Math.floor(n * LONG))] as number) : 0;
}

/** The mean direction of the trunk as a unit vector (up is 0, -1), or null where it was never seen. */
export function meanTrunk(of: Directions): readonly [number, number] | null {
  let x = 0;
  let y = 0;
  for (let at = TRUNK; at < of.x.length; at += S) {
    x += of.x[at] as number;
    y += of.y[at] as number;
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
