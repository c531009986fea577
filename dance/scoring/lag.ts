import { SEGMENTS } from "../pose/body.ts";
import { CELL_PAD, CELL_RATE } from "../pose/cells.ts";
import type { Directions } from "../pose/directions.ts";
import { RULES } from "./rules.ts";

const S = SEGMENTS.length;
/** Lag is found on at most about so many cells, evenly spread. */
const SAMPLES = 900;

/** Velocity of every segment in every cell (lengths per 0.27 s), 0 where unseen; cell-major. */
export interface Velocities {
  readonly count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export function velocitiesOf(of: Directions): Velocities {
  const h = RULES.stride * S;
  const x = new Float64Array(of.x.length);
  const y = new Float64Array(of.x.length);
  for (let at = h; at < of.x.length - h; at++) {
    if (of.seen[at - h] === 0 || of.seen[at + h] === 0) continue;
    x[at] = (of.x[at + h] as number) - (of.x[at - h] as number);
    y[at] = (of.y[at + h] as number) - (of.y[at - h] as number);
  }
  return { count: of.count, x, y };
}

/** A constant lag in seconds (late is +), the whole cells nearest to it, and how well the two move together at it, -1..1. */
export interface Lag {
  readonly seconds: number;
  readonly cells: number;
  readonly synchrony: number;
}

/**
 * Finds the constant lag of a take within CELL_PAD cells (0.6 s) on either side: the peak of the correlation of all
 * velocities, with a parabola between cells. `segments` limits it to some of them; `around` to lags near a known one.
 */
export function findLag(reference: Velocities, take: Velocities, segments: readonly number[], around?: number): Lag {
  const reach = around === undefined ? CELL_PAD : 4;
  const middle = around ?? 0;
  const values = new Float64Array(2 * reach + 1);
  let best = reach;
  for (let i = 0; i < values.length; i++) values[i] = synchrony(reference, take, segments, middle + i - reach);
  const doubted = (i: number) => (values[i] as number) - RULES.lagDoubt * ((middle + i - reach) / CELL_PAD) ** 2;
  for (let i = 0; i < values.length; i++) if (doubted(i) > doubted(best)) best = i;
  const peak = values[best] as number;
  const before = values[best - 1] ?? peak;
  const after = values[best + 1] ?? peak;
  const bend = 2 * peak - before - after;
  const part =
    best > 0 && best < 2 * reach && bend > 1e-9 ? Math.max(-0.5, Math.min(0.5, (0.5 * (after - before)) / bend)) : 0;
  const cells = middle + best - reach;
  return { seconds: (cells + part) / CELL_RATE, cells, synchrony: peak };
}

function synchrony(a: Velocities, b: Velocities, segments: readonly number[], lag: number): number {
  const step = Math.max(1, Math.floor(a.count / SAMPLES));
  let [ab, aa, bb] = [0, 0, 0];
  const low = Math.max(0, -lag);
  const high = Math.min(a.count, b.count - lag);
  for (let i = low; i < high; i += step) {
    for (const s of segments) {
      const p = i * S + s;
      const q = p + lag * S;
      const ax = a.x[p] as number;
      const ay = a.y[p] as number;
      const bx = b.x[q] as number;
      const by = b.y[q] as number;
      ab += ax * bx + ay * by;
      aa += ax * ax + ay * ay;
      bb += bx * bx + by * by;
    }
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
}

/** Indexes of all segments. */
export const ALL_SEGMENTS: readonly number[] = SEGMENTS.map((_, s) => s);
