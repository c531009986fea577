import { SEGMENTS } from "../pose/body.ts";
import { CELL_PAD } from "../pose/cells.ts";
import type { Directions } from "../pose/directions.ts";
import { CELL_RATE } from "../pose/pieces.ts";
import type { Room } from "../pose/room.ts";
import { RULES } from "./rules.ts";

const S = SEGMENTS.length;
/** Lag is found on at most about so many cells, evenly spread. */
const SAMPLES = 600;

/** Vectors of every segment in every cell; segment after segment (segment * count + cell). */
export interface Vectors {
  readonly count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Velocities (lengths per 0.27 s), 0 where unseen, and their squares. */
export interface Velocities extends Vectors {
  readonly squares: Float64Array;
}

export function velocitiesOf({ count, x, y, masks }: Directions, room: Room): Velocities {
  const out = { count, x: room.floats(x.length), y: room.floats(x.length), squares: room.floats(x.length) };
  const { x: vx, y: vy, squares } = out;
  const h = RULES.stride;
  for (let s = 0; s < S; s++)
    for (let i = h, at = s * count + h; i < count - h; i++, at++) {
      if (((((masks[i - h] as number) & (masks[i + h] as number)) >> s) & 1) === 0) continue;
      const dx = (x[at + h] as number) - (x[at - h] as number);
      const dy = (y[at + h] as number) - (y[at - h] as number);
      vx[at] = dx;
      vy[at] = dy;
      squares[at] = dx * dx + dy * dy;
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

export function correlate(a: Vectors, b: Vectors): Correlation {
  const out = { products: new Float64Array(LAGS * S), one: new Float64Array(S), other: new Float64Array(S) };
  const step = Math.max(1, Math.floor(a.count / SAMPLES));
  for (let s = 0; s < S; s++) {
    const p = s * a.count;
    const q = s * b.count;
    out.one[s] = products(a, a, p, p, 0, a.count, step);
    out.other[s] = products(b, b, q, q, 0, b.count, step);
    for (let lag = -REACH; lag <= REACH; lag++) {
      // The first sample whose cell of the other exists, and the cell after the last.
      const from = Math.ceil(Math.max(0, -lag) / step) * step;
      const to = Math.min(a.count, b.count - lag);
      out.products[(lag + REACH) * S + s] = products(a, b, p, q + lag, from, to, step);
    }
  }
  return out;
}

/** Sum of the products of velocities over cells `from` to `to`; the cells begin at `p` in the one and at `q` in the other. */
function products(a: Vectors, b: Vectors, p: number, q: number, from: number, to: number, step: number): number {
  const { x: ax, y: ay } = a;
  const { x: bx, y: by } = b;
  let sum = 0;
  for (let i = from; i < to; i += step)
    sum += (ax[p + i] as number) * (bx[q + i] as number) + (ay[p + i] as number) * (by[q + i] as number);
  return sum;
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
