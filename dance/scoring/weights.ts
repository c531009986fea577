import { SEGMENTS } from "../pose/body.ts";
import { CELL_PAD } from "../pose/cells.ts";
import { type Directions, isSeen } from "../pose/directions.ts";
import { CELL_RATE } from "../pose/pieces.ts";
import { RULES } from "./rules.ts";

const S = SEGMENTS.length;
/** Spread below which a whole reference is still: what a detector's trembling leaves of a person who stands. */
const STILL_SPREAD = 0.004;

/** How much each segment and each keyframe counts, by how much the reference moves there. */
export interface Weights {
  /** Keyframe-major (keyframe * 11 + segment): the spread of the segment's direction about the keyframe, plus a little. */
  readonly segments: Float64Array;
  /** Summing to 1, or all 0 where nothing moves. */
  readonly keyframes: Float64Array;
  /** Middle cell of each keyframe. */
  readonly cells: Int32Array;
  /** Motion that there is to judge (mean squared spread of all segments together); 0 where the reference never moves. */
  readonly motion: number;
}

/** Weighs keyframes and segments: standing still must be worth nothing, so what does not move hardly counts. */
export function weigh(
  of: Directions,
  keyframes: readonly { readonly time: number; readonly weight: number }[],
  from: number,
): Weights {
  const K = keyframes.length;
  const segments = new Float64Array(K * S);
  const weights = new Float64Array(K);
  const cells = new Int32Array(K);
  let sum = 0;
  let motion = 0;
  for (let k = 0; k < K; k++) {
    const cell = Math.round(((keyframes[k]?.time ?? from) - from) * CELL_RATE) + CELL_PAD;
    cells[k] = cell;
    let spreads = 0;
    for (let s = 0; s < S; s++) {
      const spread = spreadAbout(of, s, cell);
      if (spread < 0) continue;
      segments[k * S + s] = RULES.stillWeight + Math.sqrt(spread);
      spreads += spread;
    }
    motion = Math.max(motion, spreads);
    weights[k] = Math.sqrt(spreads + 0.01) * Math.max(0, keyframes[k]?.weight ?? 0);
    sum += weights[k] as number;
  }
  const moves = motion > STILL_SPREAD * S;
  for (let k = 0; k < K; k++) weights[k] = moves && sum > 0 ? (weights[k] as number) / sum : 0;
  return { segments, keyframes: weights, cells, motion: moves && sum > 0 ? motion : 0 };
}

/** Variance of a segment's direction in the cells about one, or -1 where it was hardly seen. */
function spreadAbout(of: Directions, s: number, cell: number): number {
  let [n, x, y, squares] = [0, 0, 0, 0];
  const last = Math.min(of.count - 1, cell + RULES.reach);
  for (let i = Math.max(0, cell - RULES.reach); i <= last; i++) {
    const at = s * of.count + i;
    if (!isSeen(of, i, s)) continue;
    const dx = of.x[at] as number;
    const dy = of.y[at] as number;
    n++;
    x += dx;
    y += dy;
    squares += dx * dx + dy * dy;
  }
  return n < 4 ? -1 : Math.max(0, squares / n - (x * x + y * y) / n / n);
}
