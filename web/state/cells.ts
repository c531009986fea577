import { LIMB_GROUPS, type LimbGroup } from "#dance/pose/keypoints.ts";
import { fixesOf } from "#dance/scoring/insight.ts";
import type { LimbResult, TakeResult } from "#dance/scoring/result.ts";

/** One limb in one eight-count (counted from 0). */
export interface Cell {
  readonly limb: LimbGroup;
  readonly eight: number;
}

/** One number 0..1 for a limb in an eight-count: its line, less where it was danced small. */
export const shareOf = (it: LimbResult): number => it.shape * (0.6 + 0.4 * Math.min(1, it.energy));

/** From here on a cell is great, and no weak spot. */
const GREAT = 0.78;

/** The cell that went worst, if one went worse than good. */
export function weakest(result: TakeResult): Cell | null {
  let worst: (Cell & { share: number }) | null = null;
  for (const e of result.eightCounts)
    for (const limb of LIMB_GROUPS) {
      const it = e.limbs[limb];
      if (it && shareOf(it) < Math.min(GREAT, worst?.share ?? 1))
        worst = { limb, eight: e.eightCount, share: shareOf(it) };
    }
  return worst;
}

/**
 * The count at which a cell went worst: that of its fix, if one says how far it is off, else where its limb was seen to be off and lost the
 * most points, else where it lost the most, else the first that was judged there.
 */
export function worstCount(result: TakeResult, { limb, eight }: Cell): number {
  const fix = fixesOf(result).find(
    (it) => it.cause === "direction" && it.limb === limb && Math.floor(it.count / 8) === eight,
  );
  if (fix) return fix.count;
  const judged = result.judgements.filter((j) => Math.floor(j.count / 8) === eight);
  const ranked = judged.map(({ count, faults }) => {
    const lost = result.losses.reduce((sum, l) => (l.limb === limb && l.count === count ? sum + l.points : sum), 0);
    const off = faults.find((fault) => fault.limb === limb)?.degrees ?? -1;
    return { count, off, lost };
  });
  ranked.sort(
    (a, b) => Number(b.off >= 0) - Number(a.off >= 0) || b.lost - a.lost || b.off - a.off || a.count - b.count,
  );
  return ranked[0]?.count ?? eight * 8;
}
