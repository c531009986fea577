import type { LimbGroup } from "../pose/keypoints.ts";
import { type Cause, FULL_SCORE, type TakeResult } from "./result.ts";
import { round } from "./round.ts";

/** One thing to change, and what it would gain. */
export interface Fix {
  readonly keyframe: number;
  readonly count: number;
  readonly limb: LimbGroup;
  readonly cause: Cause;
  /** Degrees off, or null where the cause is not a direction. */
  readonly degrees: number | null;
  readonly lowBy: number | null;
  /** Seconds early (-) or late (+), or null. */
  readonly offset: number | null;
  /** Points of 100 to be gained, one decimal. */
  readonly points: number;
}

/** The limb and eight-count that went best. */
export interface Good {
  readonly eightCount: number;
  readonly limb: LimbGroup;
  /** Likeness of shape, 0..1. */
  readonly shape: number;
}

/** What to say about a take: the three fixes that would gain the most, and one thing that was good. */
export function insight(result: TakeResult): { readonly fixes: readonly Fix[]; readonly good: Good | null } {
  const fixes = result.losses
    .filter((loss) => loss.cause !== "unseen" && loss.points >= FULL_SCORE / 1000)
    .slice(0, 3)
    .map((loss) => ({
      keyframe: loss.keyframe,
      count: loss.count,
      limb: loss.limb,
      cause: loss.cause,
      degrees: loss.degrees,
      lowBy: loss.lowBy,
      offset: loss.offset,
      points: round((loss.points / FULL_SCORE) * 100, 1),
    }));
  return { fixes, good: best(result) };
}

function best(result: TakeResult): Good | null {
  let good: Good | null = null;
  for (const { eightCount, limbs } of result.eightCounts)
    for (const [limb, marks] of Object.entries(limbs) as [LimbGroup, { shape: number } | null][])
      if (marks !== null && marks.shape >= 0.5 && marks.shape > (good?.shape ?? 0))
        good = { eightCount, limb, shape: marks.shape };
  return good;
}
