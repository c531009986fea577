import type { LimbGroup } from "../pose/keypoints.ts";
import type { Judgement, LimbResults, TakeResult } from "./result.ts";

const OTHER: Readonly<Record<LimbGroup, LimbGroup>> = {
  head: "head",
  torso: "torso",
  left_arm: "right_arm",
  right_arm: "left_arm",
  left_leg: "right_leg",
  right_leg: "left_leg",
};

/** A limb of the choreography as the dancer's own: a mirrored take swaps left and right. */
export const ownLimb = (limb: LimbGroup, mirror: boolean): LimbGroup => (mirror ? OTHER[limb] : limb);

const swapLimb = <T extends { readonly limb: LimbGroup }>(it: T): T => ({ ...it, limb: OTHER[it.limb] });
const swapLimbs = (limbs: LimbResults): LimbResults => ({
  ...limbs,
  left_arm: limbs.right_arm,
  right_arm: limbs.left_arm,
  left_leg: limbs.right_leg,
  right_leg: limbs.left_leg,
});

/** A judgement in the dancer's own left and right. */
export const ownJudgement = (judgement: Judgement, mirror: boolean): Judgement =>
  mirror ? { ...judgement, faults: judgement.faults.map(swapLimb) } : judgement;

/** A result in the dancer's own left and right: judging names the choreography's limbs, and a mirrored take swaps them. */
export function ownResult(result: TakeResult, mirror: boolean): TakeResult {
  if (!mirror) return result;
  return {
    ...result,
    judgements: result.judgements.map((j) => ownJudgement(j, true)),
    limbs: swapLimbs(result.limbs),
    eightCounts: result.eightCounts.map((e) => ({ ...e, limbs: swapLimbs(e.limbs) })),
    losses: result.losses.map(swapLimb),
    unseen: result.unseen.map(swapLimb),
    ...(result.hidden && { hidden: result.hidden.map((limb) => OTHER[limb]) }),
  };
}
