import { ALL_SEEN, SEGMENTS } from "../pose/body.ts";
import type { Directions } from "../pose/directions.ts";

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
  let costs = new Float64Array(WIDTH);
  let next = new Float64Array(WIDTH);
  for (let i = 0; i < n; i++) {
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
      next[d] = least + LATENESS * late * late + apart(reference, take, i, i + lag + late);
      from[i * WIDTH + d] = best;
    }
    [costs, next] = [next, costs];
  }
  return walkBack(from, costs, n);
}

/** Squared distance between a cell of the reference and a cell of the take, over the segments seen in both. */
function apart(a: Directions, b: Directions, i: number, j: number): number {
  if (j < 0 || j >= b.count) return 0;
  const { x: ax, y: ay } = a;
  const { x: bx, y: by } = b;
  const seen = (a.masks[i] as number) & (b.masks[j] as number);
  let sum = 0;
  for (let s = 0, p = i * S, q = j * S; s < S; s++, p++, q++) {
    if (seen !== ALL_SEEN && ((seen >> s) & 1) === 0) continue;
    const x = (ax[p] as number) - (bx[q] as number);
    const y = (ay[p] as number) - (by[q] as number);
    sum += x * x + y * y;
  }
  return sum;
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
