import { SEGMENTS } from "../pose/body.ts";
import { CELL_PAD } from "../pose/cells.ts";
import type { Directions } from "../pose/directions.ts";
import { CELL_RATE } from "../pose/pieces.ts";
import { RULES } from "./rules.ts";

const S = SEGMENTS.length;
/** Lag is found on at most about so many cells, evenly spread. */
const SAMPLES = 600;

/** Velocity of every segment in every cell (lengths per 0.27 s), 0 where unseen; cell-major. */
export interface Velocities {
  readonly count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export function velocitiesOf({ count, x, y, masks }: Directions): Velocities {
  const out = { count, x: new Float64Array(x.length), y: new Float64Array(x.length) };
  for (let i = RULES.stride; i < count - RULES.stride; i++) {
    const seen = (masks[i - RULES.stride] as number) & (masks[i + RULES.stride] as number);
    const a = (i - RULES.stride) * S;
    const b = (i + RULES.stride) * S;
    const at = i * S;
    for (let s = 0; s < S; s++) {
      if (((seen >> s) & 1) === 0) continue;
      out.x[at + s] = (x[b + s] as number) - (x[a + s] as number);
      out.y[at + s] = (y[b + s] as number) - (y[a + s] as number);
    }
  }
  return out;
}

/** A constant lag in seconds (late is +), the whole cells nearest to it, and how well the two move together at it, -1..1. */
export interface Lag {
  readonly seconds: number;
  readonly cells: number;
  readonly synchrony: number;
}

const REACH = CELL_PAD;
const LAGS = 2 * REACH + 1;

/** Products of two motions' velocities, for every lag of up to CELL_PAD cells (0.6 s) and every segment. */
export interface Correlation {
  /** Lag-major: (lag + CELL_PAD) * 11 + segment. */
  readonly products: Float64Array;
  /** Squares of the one and of the other, for every segment. */
  readonly one: Float64Array;
  readonly other: Float64Array;
}

export function correlate(a: Velocities, b: Velocities): Correlation {
  const out = { products: new Float64Array(LAGS * S), one: new Float64Array(S), other: new Float64Array(S) };
  const step = Math.max(1, Math.floor(a.count / SAMPLES));
  for (let i = 0; i < a.count; i += step) {
    for (let s = 0, p = i * S; s < S; s++, p++) {
      (out.one[s] as number) += (a.x[p] as number) ** 2 + (a.y[p] as number) ** 2;
      (out.other[s] as number) += (b.x[p] as number) ** 2 + (b.y[p] as number) ** 2;
    }
    multiply(a, b, i, out.products);
  }
  return out;
}

/** Adds the products of a cell of the one with all cells of the other that lie within reach. */
function multiply(a: Velocities, b: Velocities, cell: number, products: Float64Array): void {
  const { x: ax, y: ay } = a;
  const { x: bx, y: by } = b;
  const first = cell * S;
  const low = Math.max(-REACH, -cell);
  const high = Math.min(REACH, b.count - 1 - cell);
  for (let lag = low; lag <= high; lag++) {
    const other = (cell + lag) * S;
    const to = (lag + REACH) * S;
    for (let s = 0; s < S; s++)
      products[to + s] =
        (products[to + s] as number) +
        ((ax[first + s] as number) * (bx[other + s] as number) + (ay[first + s] as number) * (by[other + s] as number));
  }
}

/**
 * The lag at the peak of the correlation of some segments, with a parabola between cells; within CELL_PAD cells, or
 * within `near` cells of a known one.
 */
export function findLag(of: Correlation, segments: readonly number[], known = 0, near = REACH): Lag {
  const values = new Float64Array(LAGS);
  const one = sumOver(of.one, 0, segments);
  const other = sumOver(of.other, 0, segments);
  const norm = one > 0 && other > 0 ? 1 / Math.sqrt(one * other) : 0;
  for (let i = 0; i < LAGS; i++) values[i] = norm * sumOver(of.products, i * S, segments);
  const first = Math.max(0, known + REACH - near);
  const last = Math.min(LAGS - 1, known + REACH + near);
  const doubted = (i: number) => (values[i] as number) - RULES.lagDoubt * ((i - REACH) / REACH) ** 2;
  let best = known + REACH;
  for (let i = first; i <= last; i++) if (doubted(i) > doubted(best)) best = i;
  const cells = best - REACH;
  const part = best > first && best < last ? summit(values, best) : 0;
  return { seconds: (cells + part) / CELL_RATE, cells, synchrony: values[best] as number };
}

function sumOver(of: Float64Array, first: number, segments: readonly number[]): number {
  let sum = 0;
  for (const s of segments) sum += of[first + s] as number;
  return sum;
}

/** Where between its neighbours a peak lies, -0.5..0.5. */
function summit(values: Float64Array, at: number): number {
  const [before, peak, after] = [values[at - 1], values[at], values[at + 1]] as [number, number, number];
  const bend = 2 * peak - before - after;
  return bend > 1e-9 ? Math.max(-0.5, Math.min(0.5, (0.5 * (after - before)) / bend)) : 0;
}

/** Indexes of all segments. */
export const ALL_SEGMENTS: readonly number[] = SEGMENTS.map((_, s) => s);
