import { LIMB_OF, SEGMENTS } from "../pose/body.ts";
import { CELL_RATE, type Cells } from "../pose/cells.ts";
import { LIMB_GROUPS } from "../pose/keypoints.ts";
import { wordOf } from "./grade.ts";
import type { Reference } from "./reference.ts";
import type { JudgementWord, LimbFault } from "./result.ts";
import { round } from "./round.ts";

const S = SEGMENTS.length;
/** Cells earlier and later in which the keyframe's pose is looked for; later ones have not been danced yet. */
const EARLY = 3;
const LATE = 2;
/** Cells around the keyframe that are compared. */
const AROUND = 2;
/** A limb that is off by more degrees than this is shown. */
const FAULT_DEGREES = 20;

export interface Glance {
  readonly word: JudgementWord;
  readonly similarity: number;
  readonly offset: number | null;
  readonly energy: number | null;
  readonly faults: readonly LimbFault[];
}

/** Judges one keyframe by what has been seen so far; reads only cells that ended before the newest frame. */
export function glance(reference: Reference, cells: Cells, k: number): Glance {
  const cell = reference.weights.cells[k] as number;
  let best = { lag: 0, error: Number.POSITIVE_INFINITY, seen: 0, limbs: [] as LimbFault[] };
  for (let lag = -EARLY; lag <= LATE; lag++) {
    const here = compare(reference, cells, k, cell, lag);
    if (here.seen > 0 && here.error + 0.004 * lag * lag < best.error)
      best = { ...here, lag, error: here.error + 0.004 * lag * lag };
  }
  if (best.seen < 0.3) return { word: "unseen", similarity: 0, offset: null, energy: null, faults: [] };
  const similarity = Math.max(0, 1 - best.error);
  return {
    word: wordOf(similarity),
    similarity: round(similarity, 3),
    offset: round(best.lag / CELL_RATE, 3),
    energy: null,
    faults: best.limbs,
  };
}

function compare(reference: Reference, cells: Cells, k: number, cell: number, lag: number) {
  let [error, seen, all] = [0, 0, 0];
  const limbs = new Map<number, LimbFault>();
  for (let s = 0; s < S; s++) {
    const weight = reference.weights.segments[k * S + s] as number;
    all += weight;
    let [sum, n] = [0, 0];
    for (let i = cell - AROUND; i <= cell + AROUND; i++) {
      const angle = angleAt(reference, cells, s, i, lag);
      if (angle === null) continue;
      sum += Math.abs(angle.degrees);
      n++;
      if (i === cell && Math.abs(angle.degrees) > FAULT_DEGREES) note(limbs, s, angle);
    }
    if (n === 0) continue;
    error += weight * Math.min(1, sum / n / 60);
    seen += weight;
  }
  const faults = [...limbs.values()].sort((a, b) => b.degrees - a.degrees);
  return { error: seen > 0 ? error / seen : 1, seen: all > 0 ? seen / all : 0, limbs: faults };
}

function note(limbs: Map<number, LimbFault>, s: number, angle: { degrees: number; lowBy: number }): void {
  const g = LIMB_OF[s] as number;
  const degrees = Math.abs(angle.degrees);
  if ((limbs.get(g)?.degrees ?? 0) >= degrees) return;
  const sideways = Math.abs(angle.lowBy) < degrees / 3;
  limbs.set(g, {
    limb: LIMB_GROUPS[g] ?? "torso",
    cause: "direction",
    degrees: round(degrees, 0),
    lowBy: sideways ? null : round(angle.lowBy, 0),
  });
}

/** Degrees between take and reference, and how much of it is downward; null where unseen. */
function angleAt(reference: Reference, cells: Cells, s: number, i: number, lag: number) {
  const R = reference.directions;
  if (i < 0 || i + lag < 0 || i >= R.count || i + lag >= R.count || !R.seen[i * S + s]) return null;
  const x = along(cells.sumX, cells, s, i + lag);
  const y = along(cells.sumY, cells, s, i + lag);
  const length = Math.sqrt(x * x + y * y);
  const rx = R.x[i * S + s] as number;
  const ry = R.y[i * S + s] as number;
  const long = Math.sqrt(rx * rx + ry * ry);
  if (!(length > 1e-6) || long < 1e-6) return null;
  const cos = Math.min(1, Math.max(-1, (x * rx + y * ry) / length / long));
  const degree = 180 / Math.PI;
  return {
    degrees: Math.acos(cos) * degree,
    lowBy:
      (Math.asin(Math.min(1, Math.max(-1, y / length))) - Math.asin(Math.min(1, Math.max(-1, ry / long)))) * degree,
  };
}

function along(sum: Float64Array, cells: Cells, s: number, i: number): number {
  const segment = SEGMENTS[s];
  if (segment === undefined) return Number.NaN;
  const at = (j: number) => (sum[j * cells.count + i] as number) / (cells.seconds[j * cells.count + i] as number);
  return (at(segment.to[0]) + at(segment.to[1]) - at(segment.from[0]) - at(segment.from[1])) / 2;
}
