import { SEGMENTS } from "../pose/body.ts";
import { CELL_PAD } from "../pose/cells.ts";

const S = SEGMENTS.length;
/** Two motions are compared on at most about so many cells, evenly spread. */
const SAMPLES = 600;
/** Cells of lag on either side that are looked at, and how many lags that makes. */
export const REACH = CELL_PAD;
export const LAGS = 2 * REACH + 1;

/** Vectors of every segment in every cell; segment after segment (segment * count + cell). */
export interface Vectors {
  readonly count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

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
  const four = new Float64Array(4);
  for (let s = 0; s < S; s++) {
    const p = s * a.count;
    const q = s * b.count;
    out.one[s] = products(a, a, p, p, 0, a.count, step, 0);
    out.other[s] = products(b, b, q, q, 0, b.count, step, 0);
    for (const lag of FOURS) {
      atFourLags(a, b, p, q, lag, step, four);
      for (let i = 0; i < 4; i++) out.products[(lag + i + REACH) * S + s] = four[i] as number;
    }
  }
  return out;
}

/** The first of four lags each; the last four begin a little earlier, so that they end where the lags do. */
const FOURS = Array.from({ length: Math.ceil(LAGS / 4) }, (_, i) => Math.min(4 * i, LAGS - 4) - REACH);

/** Writes the products at four lags in a row: where all of them have a cell, in one go; each sum in the order of the cells. */
function atFourLags(a: Vectors, b: Vectors, p: number, q: number, lag: number, step: number, out: Float64Array): void {
  const sampled = (cell: number) => Math.ceil(cell / step) * step;
  const from = sampled(Math.max(0, -lag));
  const to = Math.max(from, Math.min(a.count, b.count - lag - 3));
  for (let i = 0; i < 4; i++) out[i] = products(a, b, p, q + lag + i, sampled(Math.max(0, -lag - i)), from, step, 0);
  fourProducts(a, b, p, q + lag, from, to, step, out);
  for (let i = 0; i < 4; i++) {
    const end = Math.min(a.count, b.count - lag - i);
    out[i] = products(a, b, p, q + lag + i, sampled(to), end, step, out[i] as number);
  }
}

/** Adds to `sum` the products over cells `from` to `to`; the cells begin at `p` in the one and at `q` in the other. */
function products(
  a: Vectors,
  b: Vectors,
  p: number,
  q: number,
  from: number,
  to: number,
  step: number,
  sum: number,
): number {
  const { x: ax, y: ay } = a;
  const { x: bx, y: by } = b;
  let all = sum;
  for (let i = from; i < to; i += step)
    all += (ax[p + i] as number) * (bx[q + i] as number) + (ay[p + i] as number) * (by[q + i] as number);
  return all;
}

/** The same for the four `q` in a row, whose sums stand in `sums`: four at once do not wait for one another. */
function fourProducts(
  a: Vectors,
  b: Vectors,
  p: number,
  q: number,
  from: number,
  to: number,
  step: number,
  sums: Float64Array,
): void {
  const { x: ax, y: ay } = a;
  const { x: bx, y: by } = b;
  let s0 = sums[0] as number;
  let s1 = sums[1] as number;
  let s2 = sums[2] as number;
  let s3 = sums[3] as number;
  for (let i = from; i < to; i += step) {
    const x = ax[p + i] as number;
    const y = ay[p + i] as number;
    const at = q + i;
    s0 += x * (bx[at] as number) + y * (by[at] as number);
    s1 += x * (bx[at + 1] as number) + y * (by[at + 1] as number);
    s2 += x * (bx[at + 2] as number) + y * (by[at + 2] as number);
    s3 += x * (bx[at + 3] as number) + y * (by[at + 3] as number);
  }
  sums[0] = s0;
  sums[1] = s1;
  sums[2] = s2;
  sums[3] = s3;
}
