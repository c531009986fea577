import { LIMB_GROUPS, type LimbGroup } from "../pose/keypoints.ts";
import type { Assessment } from "./assess.ts";
import { timingAt } from "./curves.ts";
import { faultsAt } from "./faults.ts";
import type { Reference } from "./reference.ts";
import { type Cause, FULL_SCORE, type LimbFault, type Loss } from "./result.ts";
import { round, shareOut } from "./round.ts";
import { RULES } from "./rules.ts";

const G = LIMB_GROUPS.length;
/** Degrees that a dancer can see: a limb that is off by so many on its count is told by them. */
const PLAIN_DEGREES = 15;

/** Points of a take: the share of every keyframe that was kept, and the score that they add up to. */
export interface Points {
  readonly score: number;
  /** Share of FULL_SCORE that each keyframe kept, and could have kept. */
  readonly kept: Float64Array;
  readonly worth: Float64Array;
  /** Share of the dance that was seen, 0..1. */
  readonly coverage: number;
}

/** Adds the keyframes up. What was not seen is worth what the rest of the take was worth, until too little is left to tell. */
export function pointsOf(reference: Reference, of: Assessment): Points {
  const { keyframes: weights } = reference.weights;
  const { marks, mirror } = of;
  let [sum, told, coverage] = [0, 0, 0];
  for (let k = 0; k < weights.length; k++) {
    const weight = weights[k] as number;
    const seen = marks.coverage[k] as number;
    coverage += weight * seen;
    if (seen < RULES.coverage) continue;
    told += weight;
    sum += weight * (marks.kept[k] as number) * timingAt(offsetOf(of, k)) * mirror;
  }
  const guard = Math.min(1, coverage / RULES.coverage);
  const mean = told > 0 ? (sum / told) * guard : 0;
  const kept = Float64Array.from(weights, (weight, k) =>
    (marks.coverage[k] as number) < RULES.coverage
      ? weight * mean
      : weight * (marks.kept[k] as number) * timingAt(offsetOf(of, k)) * mirror * guard,
  );
  return { score: Math.round(FULL_SCORE * mean), kept, worth: weights, coverage };
}

const offsetOf = (of: Assessment, k: number): number => of.offsets[k] as number;

/** Every lost point with its keyframe, limb and main cause, most points first; they sum to FULL_SCORE - score. */
export function lossesOf(reference: Reference, of: Assessment, points: Points): Loss[] {
  const K = reference.keyframes.length;
  const parts = new Float64Array(K * G);
  const sizes = new Float64Array(G);
  const causes: Cause[] = [];
  for (let k = 0; k < K; k++) {
    const lost = Math.max(0, (points.worth[k] as number) - (points.kept[k] as number));
    let sum = 0;
    for (let g = 0; g < G; g++) {
      causes.push(blame(of, k, g, sizes));
      sum += sizes[g] as number;
    }
    for (let g = 0; g < G; g++) parts[k * G + g] = sum > 0 ? (lost * (sizes[g] as number)) / sum : lost / G;
  }
  const shared = shareOut(FULL_SCORE - points.score, parts.some((part) => part > 0) ? parts : parts.fill(1));
  const losses: Loss[] = [];
  for (let i = 0; i < shared.length; i++)
    if ((shared[i] as number) > 0) losses.push(lossAt(reference, of, i, causes[i] ?? "unseen", shared[i] as number));
  return losses.sort((a, b) => b.points - a.points || a.keyframe - b.keyframe);
}

/** Writes how much of a keyframe's loss one limb bears; answers the cause that weighs most in it. */
function blame(of: Assessment, k: number, g: number, sizes: Float64Array): Cause {
  const { marks, mirror } = of;
  const offset = offsetOf(of, k);
  const at = k * G + g;
  const weight = marks.weight[at] as number;
  if ((marks.coverage[k] as number) < RULES.coverage || (marks.seen[at] as number) < RULES.coverage * weight) {
    sizes[g] = (marks.coverage[k] as number) < RULES.coverage ? weight : 0;
    return "unseen";
  }
  const off = marks.wrong[at] as number;
  const strayed = marks.stray[at] as number;
  const wrong = ((off + strayed) / RULES.loss) ** 2 + weight * (1 - mirror);
  const small = marks.small[at] as number;
  const late = weight * (1 / Math.max(0.01, timingAt(offset)) - 1);
  sizes[g] = wrong + small + late;
  if (late >= wrong && late >= small && late > 0) return offset > 0 ? "late" : "early";
  if (small > wrong) return "small";
  return strayed > off ? "stray" : "direction";
}

function lossAt(reference: Reference, of: Assessment, i: number, cause: Cause, points: number): Loss {
  const index = Math.floor(i / G);
  const limb = LIMB_GROUPS[i % G] ?? "torso";
  const fault = cause === "direction" ? faultOf(reference, of, index, limb) : undefined;
  return {
    keyframe: index,
    count: reference.keyframes[index]?.count ?? 0,
    limb,
    cause,
    points,
    degrees: fault?.degrees ?? null,
    lowBy: fault?.lowBy ?? null,
    offset: cause === "early" || cause === "late" ? round(offsetOf(of, index), 4) : null,
  };
}

/** How a limb was off on its count, or on the nearest cell about it in which it was off the most. */
function faultOf(reference: Reference, of: Assessment, k: number, limb: LimbGroup): LimbFault | undefined {
  const cell = reference.weights.cells[k] as number;
  let worst: LimbFault | undefined;
  for (const i of [cell, cell - 2, cell + 2, cell - 4, cell + 4]) {
    const j = i + (of.lags[i] ?? 0);
    if (i < 0 || i >= reference.directions.count || j < 0 || j >= of.take.count) continue;
    const [fault] = faultsAt(reference.directions, i, of.take, j, 0, LIMB_GROUPS.indexOf(limb));
    if (fault !== undefined && fault.degrees > (worst?.degrees ?? -1)) worst = fault;
    if ((worst?.degrees ?? 0) >= PLAIN_DEGREES) return worst;
  }
  return worst;
}
