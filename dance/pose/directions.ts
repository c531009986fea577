import { ENDS, JOINTS, SEGMENTS, UPPER_SEEN } from "./body.ts";
import type { Cells } from "./cells.ts";
import { CELL_RATE } from "./pieces.ts";
import type { Room } from "./room.ts";

/** Share of a cell that must have been seen. */
const ENOUGH = 0.4 / CELL_RATE;
/** The segment as long as it looks when it lies in the picture's plane: the length that 97 % of cells do not exceed. */
const LONG = 0.97;
/** Lengths are taken from at most so many cells, evenly spread. */
const LENGTH_SAMPLES = 512;
/** Cells that are worked on together: their joints stay in the processor's nearest memory. */
const TILE = 64;
const S = SEGMENTS.length;
const J = JOINTS.length;

/**
 * Where every segment pointed in every cell: vectors in units of the segment's own length, so that bodies of any
 * proportion compare; segment after segment (segment * count + cell). A vector is 0, 0 where the segment was unseen.
 */
export interface Directions {
  /** How many cells. */
  readonly count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** For each cell, bit s is set where segment s was seen. */
  readonly masks: Uint16Array;
}

/** What of some cells their directions are told by. */
export type CellSums = Pick<Cells, "count" | "sumX" | "sumY" | "seconds">;

/** The directions of all segments over `cells`, smoothed by (1 2 1)/4 over neighbouring cells. */
export function directionsOf(cells: CellSums, room: Room): Directions {
  const n = cells.count;
  const out = { count: n, x: room.floats(S * n), y: room.floats(S * n), masks: new Uint16Array(n) };
  const means = { x: new Float64Array(TILE + 2), y: new Float64Array(TILE + 2) };
  const joints = { x: new Float64Array(J * TILE), y: new Float64Array(J * TILE) };
  for (let from = 0; from < n; from += TILE) {
    const to = Math.min(n, from + TILE);
    for (let j = 0; j < J; j++) smooth(cells, j, from, to, means, joints);
    for (let s = 0; s < S; s++) point(joints, s, from, to, out);
  }
  for (let s = 0; s < S; s++) scale(out, s);
  return out;
}

/** Writes the smoothed places of a joint; a neighbour that is unseen counts as the cell itself. */
function smooth(cells: CellSums, j: number, from: number, to: number, means: Places, out: Places): void {
  const { sumX, sumY, seconds, count } = cells;
  const first = j * count;
  let seen = true;
  for (let i = from - 1, at = 0; i <= to; i++, at++) {
    const told = i < 0 || i >= count ? 0 : (seconds[first + i] as number);
    seen = seen && told >= ENOUGH;
    means.x[at] = told >= ENOUGH ? (sumX[first + i] as number) / told : Number.NaN;
    means.y[at] = told >= ENOUGH ? (sumY[first + i] as number) / told : Number.NaN;
  }
  steady(means.x, seen, to - from, out.x, j * TILE);
  steady(means.y, seen, to - from, out.y, j * TILE);
}

/** Writes (1 2 1)/4 of the means; the first of them is that of the cell before. */
function steady(means: Float64Array, seen: boolean, count: number, out: Float64Array, to: number): void {
  for (let i = 0; i < count; i++) {
    const a = means[i] as number;
    const b = means[i + 1] as number;
    const c = means[i + 2] as number;
    out[to + i] = seen ? (a + 2 * b + c) / 4 : ((Number.isNaN(a) ? b : a) + 2 * b + (Number.isNaN(c) ? b : c)) / 4;
  }
}

interface Places {
  /** NaN where unseen; joint * TILE + cell of the tile. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Writes the directions of a segment over the cells of a tile. */
function point({ x, y }: Places, s: number, from: number, to: number, out: Directions): void {
  let a = (ENDS[s * 4] as number) * TILE;
  let b = (ENDS[s * 4 + 1] as number) * TILE;
  let c = (ENDS[s * 4 + 2] as number) * TILE;
  let d = (ENDS[s * 4 + 3] as number) * TILE;
  for (let i = from, at = s * out.count + from; i < to; i++, at++, a++, b++, c++, d++) {
    const dx = ((x[c] as number) + (x[d] as number) - (x[a] as number) - (x[b] as number)) / 2;
    if (Number.isNaN(dx)) continue;
    out.x[at] = dx;
    out.y[at] = ((y[c] as number) + (y[d] as number) - (y[a] as number) - (y[b] as number)) / 2;
    out.masks[i] = (out.masks[i] as number) | (1 << s);
  }
}

/** Turns a segment's lengths in picture heights into lengths of its own. */
function scale(of: Directions, s: number): void {
  const { x, y, count } = of;
  const length = longLength(of, s);
  const by = length > 1e-6 ? 1 / length : 0;
  for (let at = s * count; at < (s + 1) * count; at++) {
    x[at] = (x[at] as number) * by;
    y[at] = (y[at] as number) * by;
  }
}

function longLength(of: Directions, s: number): number {
  const step = Math.max(1, Math.floor(of.count / LENGTH_SAMPLES));
  const lengths = new Float64Array(Math.ceil(of.count / step));
  let n = 0;
  for (let i = 0; i < of.count; i += step) {
    if (!isSeen(of, i, s)) continue;
    const x = of.x[s * of.count + i] as number;
    const y = of.y[s * of.count + i] as number;
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
  const kept = (value: number, at: number): number => ((UPPER_SEEN >> Math.floor(at / of.count)) & 1) * value;
  return { count: of.count, x: of.x.map(kept), y: of.y.map(kept), masks: of.masks.map((mask) => mask & UPPER_SEEN) };
}

/** Whether a segment was seen in a cell. */
export const isSeen = (of: Pick<Directions, "masks">, cell: number, s: number): boolean =>
  (((of.masks[cell] as number) >> s) & 1) === 1;

/** Squared distance between a vector and the one that stands at `at`. */
export function gap(x: number, y: number, xs: Float64Array, ys: Float64Array, at: number): number {
  const dx = x - (xs[at] as number);
  const dy = y - (ys[at] as number);
  return dx * dx + dy * dy;
}
