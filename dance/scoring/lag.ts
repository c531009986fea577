import { CELL_PAD, CELL_RATE } from "../pose/cells.ts";
import type { Directions } from "../pose/directions.ts";

/** Lag in seconds (late is +) and how well the two move together at it, -1..1. */
export interface Lag {
  readonly seconds: number;
  readonly cells: number;
  readonly synchrony: number;
}

/** Correlation of the two motions' velocities over all segments, the take shifted by `lag` cells. */
export function synchrony(reference: Directions, take: Directions, lag: number): number {
  const n = reference.count;
  let rt = 0;
  let rr = 0;
  let tt = 0;
  const low = Math.max(1, 1 - lag);
  const high = Math.min(n - 2, n - 2 - lag);
  for (let at0 = 0; at0 < reference.x.length; at0 += n) {
    for (let i = at0 + low; i <= at0 + high; i++) {
      if (!reference.seen[i - 1] || !reference.seen[i + 1] || !take.seen[i - 1 + lag] || !take.seen[i + 1 + lag])
        continue;
      const ax = (reference.x[i + 1] as number) - (reference.x[i - 1] as number);
      const ay = (reference.y[i + 1] as number) - (reference.y[i - 1] as number);
      const bx = (take.x[i + 1 + lag] as number) - (take.x[i - 1 + lag] as number);
      const by = (take.y[i + 1 + lag] as number) - (take.y[i - 1 + lag] as number);
      rt += ax * bx + ay * by;
      rr += ax * ax + ay * ay;
      tt += bx * bx + by * by;
    }
  }
  return rr > 0 && tt > 0 ? rt / Math.sqrt(rr * tt) : 0;
}

/** Finds the constant lag of a take, within CELL_PAD cells (0.6 s) on either side, with a parabola between cells. */
export function findLag(reference: Directions, take: Directions): Lag {
  const values: number[] = [];
  for (let lag = -CELL_PAD; lag <= CELL_PAD; lag++)
    values.push(synchrony(reference, take, lag) * (1 - 0.005 * Math.abs(lag)));
  let best = CELL_PAD;
  for (let i = 0; i < values.length; i++) if ((values[i] as number) > (values[best] as number)) best = i;
  const peak = values[best] as number;
  const before = values[best - 1];
  const after = values[best + 1];
  let part = 0;
  if (before !== undefined && after !== undefined && 2 * peak - before - after > 1e-9)
    part = (0.5 * (after - before)) / (2 * peak - before - after);
  return { seconds: (best - CELL_PAD + part) / CELL_RATE, cells: best - CELL_PAD, synchrony: peak };
}
