import { SEGMENTS } from "../pose/body.ts";
import { CELL_PAD, CELL_RATE } from "../pose/cells.ts";
import type { Directions } from "../pose/directions.ts";

const S = SEGMENTS.length;
/** Cells on either side of a keyframe that belong to it: 0.8 s, a beat and a half at 112 bpm. */
export const REACH = 12;

/** How much each segment counts at each keyframe: keyframe-major, summing to 1 (or all 0 where nothing moves). */
export interface Weights {
  readonly segments: Float64Array;
  /** Sum over segments, for each keyframe. */
  readonly keyframes: Float64Array;
  /** Middle cell of each keyframe. */
  readonly cells: Int32Array;
  /** Motion that there is to judge; 0 where the reference never moves. */
  readonly total: number;
}

/** Mean squared distance (in limb lengths) from the best still pose that counts as full motion. */
const STILL = 0.003;

/** Weighs by how far the reference is from its own best still pose: standing still must not be worth anything. */
export function weigh(
  of: Directions,
  keyframes: readonly { readonly time: number; readonly weight: number }[],
  from: number,
): Weights {
  const K = keyframes.length;
  const segments = new Float64Array(K * S);
  const sums = new Float64Array(K);
  const cells = new Int32Array(K);
  let total = 0;
  for (let k = 0; k < K; k++) cells[k] = Math.round(((keyframes[k]?.time ?? from) - from) * CELL_RATE) + CELL_PAD;
  for (let s = 0; s < S; s++) {
    const still = stillOf(of, s);
    for (let k = 0; k < K; k++) {
      const away = distance(of, s, cells[k] as number, still);
      const weight = away > STILL ? Math.sqrt(away - STILL) * (keyframes[k]?.weight ?? 0) : 0;
      segments[k * S + s] = weight;
      total += weight;
    }
  }
  for (let i = 0; i < segments.length && total > 0; i++) {
    (segments[i] as number) /= total;
    (sums[Math.floor(i / S)] as number) += segments[i] as number;
  }
  return { segments, keyframes: sums, cells, total };
}

function stillOf(of: Directions, s: number): readonly [number, number] {
  let n = 0;
  let x = 0;
  let y = 0;
  for (let i = s * of.count; i < (s + 1) * of.count; i++) {
    n += of.seen[i] as number;
    x += of.x[i] as number;
    y += of.y[i] as number;
  }
  return n > 0 ? [x / n, y / n] : [0, 0];
}

function distance(of: Directions, s: number, cell: number, still: readonly [number, number]): number {
  let n = 0;
  let sum = 0;
  for (let i = Math.max(0, cell - REACH); i <= Math.min(of.count - 1, cell + REACH); i++) {
    const at = s * of.count + i;
    if (of.seen[at] === 0) continue;
    const x = (of.x[at] as number) - still[0];
    const y = (of.y[at] as number) - still[1];
    sum += x * x + y * y;
    n++;
  }
  return n > 0 ? sum / n : 0;
}
