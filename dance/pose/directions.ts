import { ENDS, JOINTS, SEGMENTS, UPPER_SEEN } from "./body.ts";
import type { Cells } from "./cells.ts";
import { CELL_RATE } from "./pieces.ts";

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
  /** For each cell, bit s is set where segment s was seen. */
  readonly masks: Uint16Array;
}

/** The directions of all segments over `cells`, smoothed by (1 2 1)/4 over neighbouring cells. */
export function directionsOf(cells: Cells): Directions {
  const n = cells.count;
  const out = { count: n, x: new Float64Array(S * n), y: new Float64Array(S * n), masks: new Uint16Array(n) };
  const means = { x: new Float64Array(3 * J), y: new Float64Array(3 * J) };
  const joints = { x: new Float64Array(J), y: new Float64Array(J) };
  readMeans(cells, -1, means);
  readMeans(cells, 0, means);
  for (let i = 0; i < n; i++) {
    readMeans(cells, i + 1, means);
    smooth(means.x, i, joints.x);
    smooth(means.y, i, joints.y);
    out.masks[i] = point(joints, i * S, out);
  }
  scale(out);
  return out;
}

interface Places {
  /** NaN where unseen. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Where the means of a cell stand among those of three cells in a row. */
const slot = (cell: number): number => ((cell + 3) % 3) * J;

function readMeans({ count, sumX, sumY, seconds }: Cells, cell: number, means: Places): void {
  const to = slot(cell);
  const within = cell >= 0 && cell < count;
  for (let j = 0; j < J; j++) {
    const at = cell * J + j;
    const told = within ? (seconds[at] as number) : 0;
    means.x[to + j] = told >= ENOUGH ? (sumX[at] as number) / told : Number.NaN;
    means.y[to + j] = told >= ENOUGH ? (sumY[at] as number) / told : Number.NaN;
  }
}

/** Smooths a cell's joints; where a neighbour is unseen it counts as the cell itself. */
function smooth(means: Float64Array, cell: number, out: Float64Array): void {
  const before = slot(cell - 1);
  const here = slot(cell);
  const after = slot(cell + 1);
  for (let j = 0; j < J; j++) {
    const middle = means[here + j] as number;
    const a = means[before + j] as number;
    const b = means[after + j] as number;
    out[j] = ((Number.isNaN(a) ? middle : a) + 2 * middle + (Number.isNaN(b) ? middle : b)) / 4;
  }
}

/** Writes the directions of a cell from `at` on; answers which were seen. */
function point({ x, y }: Places, at: number, out: Directions): number {
  let mask = 0;
  for (let s = 0, e = 0; s < S; s++, e += 4) {
    const a = ENDS[e] as number;
    const b = ENDS[e + 1] as number;
    const c = ENDS[e + 2] as number;
    const d = ENDS[e + 3] as number;
    const dx = ((x[c] as number) + (x[d] as number) - (x[a] as number) - (x[b] as number)) / 2;
    if (Number.isNaN(dx)) continue;
    out.x[at + s] = dx;
    out.y[at + s] = ((y[c] as number) + (y[d] as number) - (y[a] as number) - (y[b] as number)) / 2;
    mask |= 1 << s;
  }
  return mask;
}

/** Turns lengths in picture heights into lengths of the segment's own. */
function scale(of: Directions): void {
  const { x, y } = of;
  const by = Float64Array.from(SEGMENTS, (_, s) => {
    const length = longLength(of, s);
    return length > 1e-6 ? 1 / length : 0;
  });
  for (let at = 0; at < x.length; at += S)
    for (let s = 0; s < S; s++) {
      x[at + s] = (x[at + s] as number) * (by[s] as number);
      y[at + s] = (y[at + s] as number) * (by[s] as number);
    }
}

function longLength(out: Directions, s: number): number {
  const step = Math.max(1, Math.floor(out.count / LENGTH_SAMPLES)) * S;
  const lengths = new Float64Array(Math.ceil(out.x.length / step));
  let n = 0;
  for (let at = s; at < out.x.length; at += step) {
    if (!isSeen(out, (at - s) / S, s)) continue;
    const x = out.x[at] as number;
    const y = out.y[at] as number;
    lengths[n++] = Math.sqrt(x * x + y * y);
  }
  return n > 0 ? fromTop(lengths, n, n - Math.min(n - 1, Math.floor(n * LONG))) : 0;
}

/** The `rank`th largest (from 1) of the first `n` values; meant for small ranks. */
function fromTop(values: Float64Array, n: number, rank: number): number {
  const top = new Float64Array(rank).fill(-1); // largest last
  for (let i = 0; i < n; i++) {
    const value = values[i] as number;
    if (value <= (top[0] as number)) continue;
    let at = 0;
    for (; at + 1 < rank && (top[at + 1] as number) < value; at++) top[at] = top[at + 1] as number;
    top[at] = value;
  }
  return top[0] as number;
}

/** The directions of the upper body alone: what a dancer who sits is asked for. */
export function upperOf(of: Directions): Directions {
  const kept = (value: number, at: number): number => ((UPPER_SEEN >> (at % S)) & 1) * value;
  return { count: of.count, x: of.x.map(kept), y: of.y.map(kept), masks: of.masks.map((mask) => mask & UPPER_SEEN) };
}

/** Whether a segment was seen in a cell. */
export const isSeen = (of: Pick<Directions, "masks">, cell: number, s: number): boolean =>
  (((of.masks[cell] as number) >> s) & 1) === 1;
