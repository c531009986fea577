import { LIMB_GROUPS, type LimbGroup } from "#dance/pose/keypoints.ts";
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
 * The count at which a cell went worst: where its limb lost the most points, else where it was furthest off, else the
 * first that was judged there.
 */
export function worstCount(result: TakeResult, { limb, eight }: Cell): number {
  const inside = (count: number) => Math.floor(count / 8) === eight;
  const lost = new Map<number, number>();
  for (const loss of result.losses)
    if (loss.limb === limb && inside(loss.count)) lost.set(loss.count, (lost.get(loss.count) ?? 0) + loss.points);
  const judged = result.judgements.filter((j) => inside(j.count));
  // Degrees break ties and speak where no point was lost; they never outweigh a point.
  for (const j of judged)
    for (const fault of j.faults)
      if (fault.limb === limb) lost.set(j.count, (lost.get(j.count) ?? 0) + fault.degrees / 1000);
  const [worst] = [...lost].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return worst?.[0] ?? judged[0]?.count ?? eight * 8;
}
