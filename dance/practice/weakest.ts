import { LIMB_GROUPS, type LimbGroup } from "../pose/keypoints.ts";
import type { Cause, LimbResult, TakeResult } from "../scoring/result.ts";

export const WEAKEST = {
  /** So many takes back: older ones are another dancer. */
  takes: 5,
  /** Each take counts so much of the one after it. */
  fading: 0.75,
  /** A spot must have been seen in so many of them, where there are as many. */
  seen: 2,
  /** Seconds off at which timing is wholly wrong. */
  offset: 0.25,
  /** Less than this is not weak, and nobody is told to mend it. */
  least: 0.15,
} as const;

/** What a limb may be weakest in. */
export const WEAK_CAUSES = ["direction", "early", "late", "small"] as const satisfies readonly Cause[];

/** A limb in an eight-count that came out weakest. */
export interface WeakSpot {
  /** Eight-count of the choreography, from 0. */
  readonly eightCount: number;
  readonly limb: LimbGroup;
  /** 0 is as it should be, 1 wholly off. */
  readonly weakness: number;
  /** What it is weakest in. */
  readonly cause: (typeof WEAK_CAUSES)[number];
  /** Takes by which it was told. */
  readonly takes: number;
}

interface Reading {
  readonly limb: LimbResult;
  /** The take's constant lag in seconds: the machine's, not the dancer's. */
  readonly lag: number;
  readonly weight: number;
}

const mean = (readings: readonly Reading[], of: (limb: LimbResult, lag: number) => number): number =>
  readings.reduce((sum, r) => sum + of(r.limb, r.lag) * r.weight, 0) / readings.reduce((sum, r) => sum + r.weight, 0);

function weaknessOf(readings: readonly Reading[]): Pick<WeakSpot, "weakness" | "cause"> {
  const offset = mean(readings, (limb, lag) => (limb.offset === null ? 0 : limb.offset - lag));
  const shortages = [
    { cause: "direction", weakness: mean(readings, (limb) => 1 - limb.shape) },
    { cause: "small", weakness: mean(readings, (limb) => 1 - limb.energy) },
    { cause: offset < 0 ? "early" : "late", weakness: Math.min(1, Math.abs(offset) / WEAKEST.offset) },
  ] as const;
  return shortages.reduce((worst, shortage) => (shortage.weakness > worst.weakness ? shortage : worst));
}

/** What of a take's result tells its weak spots. */
export type Readings = Pick<TakeResult, "lag" | "eightCounts">;

/** The weakest spots over the last takes (given oldest first) of one version, weakest first; none where all is well. */
export function weakestSpots(results: readonly Readings[], most = 3): readonly WeakSpot[] {
  const last = results.slice(-WEAKEST.takes);
  const needed = Math.min(WEAKEST.seen, last.length);
  const spots = new Map<string, { eightCount: number; limb: LimbGroup; readings: Reading[] }>();
  for (const [i, result] of last.entries()) {
    const weight = WEAKEST.fading ** (last.length - 1 - i);
    for (const { eightCount, limbs } of result.eightCounts) {
      for (const limb of LIMB_GROUPS) {
        const reading = limbs[limb];
        if (!reading) continue;
        const spot = spots.get(`${eightCount} ${limb}`) ?? { eightCount, limb, readings: [] };
        spot.readings.push({ limb: reading, lag: result.lag ?? 0, weight });
        spots.set(`${eightCount} ${limb}`, spot);
      }
    }
  }
  return [...spots.values()]
    .filter((spot) => spot.readings.length >= needed)
    .map(({ eightCount, limb, readings }) => ({
      eightCount,
      limb,
      ...weaknessOf(readings),
      takes: readings.length,
    }))
    .filter((spot) => spot.weakness >= WEAKEST.least)
    .sort((a, b) => b.weakness - a.weakness || a.eightCount - b.eightCount)
    .slice(0, most);
}
