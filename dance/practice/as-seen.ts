import { type Tempo, timeOfCount } from "../music/tempo.ts";
import type { LimbGroup } from "../pose/keypoints.ts";
import type { Track } from "../pose/pose.ts";
import { PoseAt } from "../replay/pose-at.ts";
import type { LimbFault, TakeResult } from "../scoring/result.ts";
import { isInTime } from "./lateness.ts";
import { type LimbMeasure, MEASURE, measureLimbs } from "./measure.ts";

/** What a take looks like when it is seen again. */
export interface Seen {
  readonly tempo: Tempo;
  /** Where the dancer should have been, as the camera would have seen it, and where she was; song time in seconds. */
  readonly teacher: Track;
  readonly take: Track;
  /** Seconds late (+) or early (-) at every keyframe of the section, as they were judged; null where nothing tells. */
  readonly offsets: readonly (number | null)[];
}

/**
 * A result told by what its dancer sees of it afterwards: on every count the degrees that the two bodies stand apart there,
 * the take's lag taken off (null where too few counts tell one), and the lateness that was judged. What was said under way came from less. Scores stay as they are.
 */
export function asSeen(result: TakeResult, { tempo, teacher, take, offsets }: Seen): TakeResult {
  const [wanted, own] = [new PoseAt(teacher), new PoseAt(take)];
  const lag = isInTime(offsets) ? result.lag : null;
  const known = new Map<number, readonly LimbMeasure[]>();
  const at = (count: number): readonly LimbMeasure[] => {
    const before = known.get(count);
    if (before) return before;
    const time = timeOfCount(tempo, count);
    const [a, b] = [wanted.read(time), own.read(time + (lag ?? 0))];
    const limbs = a && b ? measureLimbs(a, b) : [];
    known.set(count, limbs);
    return limbs;
  };
  const of = (count: number, limb: LimbGroup) => at(count).find((it) => it.limb === limb);
  return {
    ...result,
    lag,
    judgements: result.judgements.map((it) => ({
      ...it,
      offset: offsets[it.keyframe] ?? null,
      faults: it.word === "unseen" ? [] : faultsOf(at(it.count)),
    })),
    losses: result.losses.map((loss) => {
      if (loss.cause !== "direction") return loss;
      const { degrees = null, lowBy = null } = of(loss.count, loss.limb) ?? {};
      return { ...loss, degrees, lowBy };
    }),
  };
}

/** The limbs that are plainly off, worst first. */
const faultsOf = (limbs: readonly LimbMeasure[]): LimbFault[] =>
  limbs
    .filter(({ degrees }) => degrees >= MEASURE.off)
    .map(({ limb, degrees, lowBy }) => ({ limb, cause: "direction" as const, degrees, lowBy }))
    .sort((a, b) => b.degrees - a.degrees);

/** A result of which nobody can look at the poses: how far limbs were off, and when they came on each count, is left unsaid. */
export const unmeasured = (result: TakeResult): TakeResult => ({
  ...result,
  judgements: result.judgements.map((it) => ({ ...it, offset: null })),
  losses: result.losses.map((loss) => (loss.cause === "direction" ? { ...loss, degrees: null, lowBy: null } : loss)),
});
