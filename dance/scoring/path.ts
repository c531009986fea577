import { ALL_SEEN, SEGMENTS } from "../pose/body.ts";
import { type Directions, gap } from "../pose/directions.ts";

const S = SEGMENTS.length;
/** Cells by which a moment may be early or late beside the constant lag: 0.27 s. */
export const PATH_REACH = 4;
const WIDTH = 2 * PATH_REACH + 1;
/** What one cell of change in lateness costs, and one cell squared of lateness, in squared limb lengths. */
const CHANGE = 0.15;
const LATENESS = 0.02;

/**
 * For each cell of the reference, how many cells the dancer was early (-) or late (+) beside the constant `lag`:
 * the smoothest way that fits (dynamic programming after Viterbi), at most one cell of change from cell to cell.
 */
export function findPath(reference: Directions, take: Directions, lag: number): Int8Array {
  const n = reference.count;
  const from = new Uint8Array(n * WIDTH);
  const apart = new Float64Array(WIDTH);
  let costs = new Float64Array(WIDTH);
  let next = new Float64Array(WIDTH);
  for (let i = 0; i < n; i++) {
    distances(reference, take, i, i + lag - PATH_REACH, apart);
    for (let d = 0; d < WIDTH; d++) {
      let least = costs[d] as number;
      let best = d;
      if (d > 0 && (costs[d - 1] as number) + CHANGE < least) {
        least = (costs[d - 1] as number) + CHANGE;
        best = d - 1;
      }
      if (d < WIDTH - 1 && (costs[d + 1] as number) + CHANGE < least) {
        least = (costs[d + 1] as number) + CHANGE;
        best = d + 1;
      }
      const late = d - PATH_REACH;
      next[d] = least + LATENESS * late * late + (apart[d] as number);
      from[i * WIDTH + d] = best;
    }
    [costs, next] = [next, costs];
  }
  return walkBack(from, costs, n);
}

/**
 * Squared distances between cell `i` of the reference and WIDTH cells of the take, the first of them `j`, over the
 * segments seen in both; 0 where the take has no such cell.
 */
function distances(a: Directions, b: Directions, i: number, j: number, out: Float64Array): void {
  const first = Math.max(0, -j);
  const last = Math.min(WIDTH, b.count - j);
  let always = last - first === WIDTH ? (a.masks[i] as number) : 0;
  for (let d = first; d < last; d++) always &= b.masks[j + d] as number;
  if (always === ALL_SEEN) {
    allSeen(a, b, i, j, out);
    return;
  }
  out.fill(0);
  for (let d = first; d < last; d++) {
    const seen = (a.masks[i] as number) & (b.masks[j + d] as number);
    let sum = 0;
    for (let s = 0, p = i, q = j + d; s < S; s++, p += a.count, q += b.count) {
      if (((seen >> s) & 1) === 0) continue;
      sum += gap(a.x[p] as number, a.y[p] as number, b.x, b.y, q);
    }
    out[d] = sum;
  }
}

/** The same where every segment was seen, as nearly always: all nine sums at once, each in the same order. */
function allSeen(
  { count: n, x: ax, y: ay }: Directions,
  { count: m, x: bx, y: by }: Directions,
  i: number,
  j: number,
  out: Float64Array,
): void {
  let d0 = 0;
  let d1 = 0;
  let d2 = 0;
  let d3 = 0;
  let d4 = 0;
  let d5 = 0;
  let d6 = 0;
  let d7 = 0;
  let d8 = 0;

  for (let s = 0, p = i, q = j; s < S; s++, p += n, q += m) {
    const x = ax[p] as number;
    const y = ay[p] as number;
    d0 += gap(x, y, bx, by, q);
    d1 += gap(x, y, bx, by, q + 1);
    d2 += gap(x, y, bx, by, q + 2);
    d3 += gap(x, y, bx, by, q + 3);
    d4 += gap(x, y, bx, by, q + 4);
    d5 += gap(x, y, bx, by, q + 5);
    d6 += gap(x, y, bx, by, q + 6);
    d7 += gap(x, y, bx, by, q + 7);
    d8 += gap(x, y, bx, by, q + 8);
  }
  out[0] = d0;
  out[1] = d1;
  out[2] = d2;
  out[3] = d3;
  out[4] = d4;
  out[5] = d5;
  out[6] = d6;
  out[7] = d7;
  out[8] = d8;
}

function walkBack(from: Uint8Array, costs: Float64Array, n: number): Int8Array {
  let d = 0;
  for (let i = 1; i < WIDTH; i++) if ((costs[i] as number) < (costs[d] as number)) d = i;
  const path = new Int8Array(n);
  for (let i = n - 1; i >= 0; i--) {
    path[i] = d - PATH_REACH;
    d = from[i * WIDTH + d] as number;
  }
  return path;
}
