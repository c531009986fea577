import type { LimbGroup } from "../pose/keypoints.ts";
import { type Cause, FULL_SCORE, type Loss, type TakeResult } from "./result.ts";
import { round } from "./round.ts";

/** A fix is worth a word that gains this many points of 100, or, in a long routine, this share of its eight-count. */
const LEAST_POINTS = 0.5;
const LEAST_SHARE = 0.04;

/**
 * One thing to change in an eight-count, told by its plainest count, and what the eight-count would gain by it. Of a result as
 * it was seen (practice/as-seen.ts) its degrees are those of that very count.
 */
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
export const insight = (result: TakeResult): { readonly fixes: readonly Fix[]; readonly good: Good | null } => ({
  fixes: fixesOf(result),
  good: best(result),
});

/** The three fixes that would gain the most, dearest first. */
export function fixesOf(result: Pick<TakeResult, "losses" | "eightCounts">): readonly Fix[] {
  const least = Math.min(LEAST_POINTS, (LEAST_SHARE * 100) / result.eightCounts.length);
  const habits = new Map<string, Loss[]>();
  for (const loss of result.losses) {
    if (loss.cause === "unseen") continue;
    const key = `${Math.floor(loss.count / 8)} ${loss.limb} ${loss.cause}`;
    const habit = habits.get(key);
    if (habit === undefined) habits.set(key, [loss]);
    else habit.push(loss);
  }
  return [...habits.values()]
    .map(fixOf)
    .filter(({ points }) => points > 0 && points >= least)
    .sort((a, b) => b.points - a.points || a.count - b.count)
    .slice(0, 3);
}

/** What one limb loses for one cause in one eight-count, told by the count where it shows most. */
function fixOf(losses: readonly Loss[]): Fix {
  const plain = (loss: Loss) => loss.points * (1 + (loss.degrees ?? 0) / 20);
  const shown = losses.reduce((a, b) => (plain(b) > plain(a) ? b : a));
  const points = losses.reduce((sum, loss) => sum + loss.points, 0);
  const { keyframe, count, limb, cause, degrees, lowBy, offset } = shown;
  return { keyframe, count, limb, cause, degrees, lowBy, offset, points: round((points / FULL_SCORE) * 100, 1) };
}

function best(result: TakeResult): Good | null {
  let good: Good | null = null;
  for (const { eightCount, limbs } of result.eightCounts)
    for (const [limb, marks] of Object.entries(limbs) as [LimbGroup, { shape: number } | null][])
      if (marks !== null && marks.shape >= 0.5 && marks.shape > (good?.shape ?? 0))
        good = { eightCount, limb, shape: marks.shape };
  return good;
}
